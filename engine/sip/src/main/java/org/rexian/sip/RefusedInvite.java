package org.rexian.sip;

import java.net.InetSocketAddress;

/**
 * An INVITE for a new call that was refused before its owner heard of it. All text is a stranger's: data, never trusted, and as
 * long as a message may be.
 *
 * @param callId its Call-ID
 * @param fromUser user part of the From URI, unescaped; empty when there is none
 * @param toUser user part of the Request-URI, unescaped; empty when there is none
 * @param status the final status that we sent
 * @param source where the request came from
 */
public record RefusedInvite(String callId, String fromUser, String toUser, int status, InetSocketAddress source) {}
