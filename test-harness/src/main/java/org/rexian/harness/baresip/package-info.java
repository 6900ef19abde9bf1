/** Debian's baresip, headless, as a SIP phone of somebody else's making. */
@NullMarked
package org.rexian.harness.baresip;

import org.jspecify.annotations.NullMarked;
