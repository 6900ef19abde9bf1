/** Where accounts can be reached (RFC 3261 §10): bindings, their bounds and expiry, and the REGISTER server. */
@NullMarked
package org.rexian.sip.registrar;

import org.jspecify.annotations.NullMarked;
