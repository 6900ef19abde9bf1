@NullMarked
package org.rexian.sip;

import org.jspecify.annotations.NullMarked;
