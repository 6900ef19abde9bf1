@NullMarked
package org.rexian.ivr.phone;

import org.jspecify.annotations.NullMarked;
