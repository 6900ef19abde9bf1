/** Session descriptions (RFC 8866) and their negotiation (RFC 3264). Pure: no sockets, no clock, no names resolved. */
@NullMarked
package org.rexian.media.sdp;

import org.jspecify.annotations.NullMarked;
