@NullMarked
package org.rexian.ivr;

import org.jspecify.annotations.NullMarked;
