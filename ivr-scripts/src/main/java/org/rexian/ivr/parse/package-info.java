@NullMarked
package org.rexian.ivr.parse;

import org.jspecify.annotations.NullMarked;
