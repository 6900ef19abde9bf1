@NullMarked
package org.rexian.ivr.hours;

import org.jspecify.annotations.NullMarked;
