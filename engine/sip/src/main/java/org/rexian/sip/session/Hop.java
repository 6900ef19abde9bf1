package org.rexian.sip.session;

import org.rexian.sip.transport.Destination;
import org.rexian.sip.wire.SipUri;

/**
 * One place to which an INVITE of ours goes.
 *
 * @param uri Request-URI
 * @param pinned the peer is reached by the way it came itself (NAT, its own connection): the whole dialog goes there
 */
record Hop(SipUri uri, Destination destination, boolean pinned) {}
