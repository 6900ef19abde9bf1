package org.rexian.sip.registrar;

import org.rexian.sip.transport.Flow;
import org.rexian.sip.wire.SipUri;

/**
 * Where an account can be reached for a while.
 *
 * @param contact Request-URI for requests to it
 * @param instance of RFC 5626, empty for none
 * @param flow the way that the REGISTER came: requests go back by the same connection or NAT binding
 * @param callId Call-ID of the last REGISTER that touched it, with {@code cseq} for the order of REGISTERs
 * @param qThousandths preference, 0 to 1000
 */
public record Binding(
        SipUri contact, String instance, Flow flow, String callId, long cseq, int qThousandths, long expiresAtMillis) {}
