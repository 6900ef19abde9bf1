package org.rexian.media;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.rexian.media.rtp.OutgoingState;
import org.rexian.media.rtp.PressState;
import org.rexian.media.rtp.ReceptionState;

/**
 * A {@link MediaSession} as plain data, to be written down and given to {@link MediaPlane#restore}, also in another process. What is played,
 * bridged or mixed is no part of it: its owner begins that again.
 *
 * @param address local, literally
 * @param port local, of RTP; RTCP is the next
 * @param format empty before the first offer/answer
 * @param target to where we send: the format's remote address, or what was learnt
 * @param learning whether the source may still be learnt
 * @param cname ours, of RTCP
 * @param recording what is being recorded; it is not gone on with, since a recording never replaces another
 */
public record MediaSessionState(
        String address,
        int port,
        Optional<Format> format,
        Optional<Address> target,
        boolean learning,
        OutgoingState sent,
        ReceptionState received,
        PressState press,
        String cname,
        Optional<Recording> recording) {

    /** An address, literally. */
    public record Address(String host, int port) {
        static Address of(InetSocketAddress address) {
            return new Address(address.getAddress().getHostAddress(), address.getPort());
        }

        InetSocketAddress toSocketAddress() {
            return new InetSocketAddress(InetAddress.ofLiteral(host), port);
        }
    }

    /** A {@link StreamFormat}; {@code learnFrom} is an address, literally, or empty. */
    public record Format(
            Address remote,
            Address remoteRtcp,
            boolean learnRemote,
            Optional<String> learnFrom,
            AudioCodec codec,
            int payloadType,
            int dtmfPayloadType,
            int ptimeMillis,
            boolean send,
            boolean receive) {

        static Format of(StreamFormat format) {
            return new Format(
                    Address.of(format.remote()),
                    Address.of(format.remoteRtcp()),
                    format.learnRemote(),
                    format.learnFrom().map(InetAddress::getHostAddress),
                    format.codec(),
                    format.payloadType(),
                    format.dtmfPayloadType(),
                    format.ptimeMillis(),
                    format.send(),
                    format.receive());
        }

        StreamFormat toStreamFormat() {
            return new StreamFormat(
                    remote.toSocketAddress(),
                    remoteRtcp.toSocketAddress(),
                    learnRemote,
                    learnFrom.map(InetAddress::ofLiteral),
                    codec,
                    payloadType,
                    dtmfPayloadType,
                    ptimeMillis,
                    send,
                    receive);
        }
    }

    /** A file, and how much of it is recorded, the last 0.6 s maybe not written yet. */
    public record Recording(String file, long millis) {}
}
