/** Digest authentication (RFC 7616, RFC 8760), both sides: challenges, nonces, checks and answers. Pure, on injected time. */
@NullMarked
package org.rexian.sip.auth;

import org.jspecify.annotations.NullMarked;
