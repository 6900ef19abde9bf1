package org.rexian.media;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * The outcome of one offer/answer, from our side.
 *
 * @param remote where to send RTP
 * @param remoteRtcp where to send RTCP; equal to {@code remote} when RTCP is multiplexed (RFC 5761)
 * @param learnRemote whether the source may be learnt once (NAT: the SDP's address is not the signalling peer's)
 * @param learnFrom with {@code learnRemote}: the only host besides {@code remote}'s own from which the source may be
 *     learnt; empty: any host
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
        Optional<InetAddress> learnFrom,
        AudioCodec codec,
        int payloadType,
        int dtmfPayloadType,
        int ptimeMillis,
        boolean send,
        boolean receive) {

    /** Learning, if allowed, from any host. */
    public StreamFormat(
            InetSocketAddress remote,
            InetSocketAddress remoteRtcp,
            boolean learnRemote,
            AudioCodec codec,
            int payloadType,
            int dtmfPayloadType,
            int ptimeMillis,
            boolean send,
            boolean receive) {
        this(
                remote,
                remoteRtcp,
                learnRemote,
                Optional.empty(),
                codec,
                payloadType,
                dtmfPayloadType,
                ptimeMillis,
                send,
                receive);
    }
}
