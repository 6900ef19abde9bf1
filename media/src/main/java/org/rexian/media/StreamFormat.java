package org.rexian.media;

import java.net.InetSocketAddress;

/**
 * The outcome of one offer/answer, from our side.
 *
 * @param remote where to send RTP
 * @param remoteRtcp where to send RTCP
 * @param learnRemote whether the source may be learnt once (NAT: the SDP's address is not the signalling peer's)
 * @param codec {@code PCMU}, {@code PCMA}
 * @param payloadType RTP payload type of the codec
 * @param dtmfPayloadType RTP payload type of telephone-event, or −1
 * @param ptimeMillis length of the packets that we send
 * @param send whether we may send (the peer did not put us on hold)
 * @param receive whether we expect to receive
 */
public record StreamFormat(
        InetSocketAddress remote,
        InetSocketAddress remoteRtcp,
        boolean learnRemote,
        AudioCodec codec,
        int payloadType,
        int dtmfPayloadType,
        int ptimeMillis,
        boolean send,
        boolean receive) {}
