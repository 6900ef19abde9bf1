@NullMarked
package org.rexian.ivr.check;

import org.jspecify.annotations.NullMarked;
