package org.rexian.media.sdp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.List;
import org.rexian.media.AudioCodec;

/** Writes our descriptions, and keeps the version of the {@code o=} line: one more for each change (RFC 3264 §8). */
final class SdpWriter {

    /** The payload type for telephone-event that most peers use by habit. */
    static final int USUAL_DTMF = 101;

    /** An {@code m=} line as it stands in the session, audio or not. */
    record Line(String kind, String protocol, String format) {
        static Line audio(String protocol) {
            return new Line("audio", protocol, "0");
        }
    }

    /** A payload type and the codec that it stands for. */
    private record Mapping(int payloadType, AudioCodec codec) {}

    /** The contents of our audio section; {@code dtmfPayloadType} −1: none. */
    record Audio(List<Mapping> mappings, int dtmfPayloadType, int ptimeMillis, boolean rtcpMux, Direction direction) {

        static Audio offer(List<AudioCodec> codecs, int dtmfPayloadType, Direction direction) {
            List<Mapping> mappings = codecs.stream()
                    .map(codec -> new Mapping(staticPayloadType(codec), codec))
                    .toList();
            return new Audio(mappings, dtmfPayloadType, 20, false, direction);
        }

        static Audio answer(AudioOffer offer, Direction direction) {
            List<Mapping> mapping = List.of(new Mapping(offer.payloadType(), offer.codec()));
            return new Audio(mapping, offer.dtmfPayloadType(), offer.ptimeMillis(), offer.rtcpMux(), direction);
        }

        private static int staticPayloadType(AudioCodec codec) {
            return switch (codec) {
                case PCMU -> 0;
                case PCMA -> 8;
            };
        }
    }

    private final InetSocketAddress local;
    private final String address;
    private final long sessionId;
    private long version;
    private String lastBody = "";

    SdpWriter(InetSocketAddress local, long sessionId) {
        this.local = local;
        this.sessionId = sessionId;
        this.address = (local.getAddress() instanceof Inet6Address ? "IN IP6 " : "IN IP4 ")
                + local.getAddress().getHostAddress();
    }

    byte[] write(List<Line> lines, int audioLine, Audio audio) {
        StringBuilder body = new StringBuilder(320);
        body.append("s=-\r\nc=").append(address).append("\r\nt=0 0\r\n");
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (i == audioLine) {
                appendAudio(body, line, audio);
            } else {
                body.append("m=" + line.kind() + " 0 " + line.protocol() + " " + line.format() + "\r\n");
            }
        }
        String text = body.toString();
        if (!text.equals(lastBody)) {
            version++;
            lastBody = text;
        }
        String head = "v=0\r\no=rexian " + sessionId + " " + version + " " + address + "\r\n";
        return (head + text).getBytes(UTF_8);
    }

    private void appendAudio(StringBuilder body, Line line, Audio audio) {
        body.append("m=audio ").append(local.getPort()).append(' ').append(line.protocol());
        audio.mappings().forEach(mapping -> body.append(' ').append(mapping.payloadType()));
        if (audio.dtmfPayloadType() >= 0) {
            body.append(' ').append(audio.dtmfPayloadType());
        }
        body.append("\r\n");
        for (Mapping mapping : audio.mappings()) {
            body.append("a=rtpmap:" + mapping.payloadType() + " " + mapping.codec() + "/8000\r\n");
        }
        if (audio.dtmfPayloadType() >= 0) {
            body.append("a=rtpmap:" + audio.dtmfPayloadType() + " telephone-event/8000\r\n");
            body.append("a=fmtp:" + audio.dtmfPayloadType() + " 0-15\r\n");
        }
        body.append("a=ptime:" + audio.ptimeMillis() + "\r\n");
        if (audio.rtcpMux()) {
            body.append("a=rtcp-mux\r\n");
        }
        body.append("a=" + audio.direction().token() + "\r\n");
    }
}
