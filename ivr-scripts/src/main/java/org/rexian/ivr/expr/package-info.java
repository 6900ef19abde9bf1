@NullMarked
package org.rexian.ivr.expr;

import org.jspecify.annotations.NullMarked;
