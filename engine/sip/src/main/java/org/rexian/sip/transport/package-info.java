/** UDP and TCP on the call loop: bytes in, messages out, and back. */
@NullMarked
package org.rexian.sip.transport;

import org.jspecify.annotations.NullMarked;
