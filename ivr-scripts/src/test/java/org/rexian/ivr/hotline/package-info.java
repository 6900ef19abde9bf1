/** The hotlines that ship, tested as they are. */
@NullMarked
package org.rexian.ivr.hotline;

import org.jspecify.annotations.NullMarked;
