/** The four transaction machines of RFC 3261 §17 and RFC 6026, on injected time. */
@NullMarked
package org.rexian.sip.transaction;

import org.jspecify.annotations.NullMarked;
