package org.rexian.media.sdp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rexian.media.AudioCodec;
import org.rexian.media.StreamFormat;

/** Offers and answers as text, each answer compared whole. */
class SdpNegotiatorTest {

    private static final InetSocketAddress LOCAL = new InetSocketAddress("192.0.2.1", 17_000);
    private static final InetSocketAddress PEER = new InetSocketAddress("192.0.2.9", 5060);

    private final SdpNegotiator leg = new SdpNegotiator(LOCAL, List.of(AudioCodec.PCMA, AudioCodec.PCMU), 77);

    @Test
    void answersTheOfferersFirstCodecWithItsPtimeAndItsDtmfType() {
        Answered.Agreed agreed = agreed("""
                m=audio 4000 RTP/AVP 9 0 8 96
                a=rtpmap:9 G722/8000
                a=rtpmap:96 telephone-event/8000
                a=fmtp:96 0-16
                a=ptime:30
                a=x-unknown:whatever
                """);
        assertThat(text(agreed.answer())).isEqualTo("""
                v=0
                o=rexian 77 1 IN IP4 192.0.2.1
                s=-
                c=IN IP4 192.0.2.1
                t=0 0
                m=audio 17000 RTP/AVP 0 96
                a=rtpmap:0 PCMU/8000
                a=rtpmap:96 telephone-event/8000
                a=fmtp:96 0-15
                a=ptime:30
                a=sendrecv
                """);
        assertThat(agreed.format())
                .isEqualTo(new StreamFormat(at(4000), at(4001), false, AudioCodec.PCMU, 0, 96, 30, true, true));
    }

    @Test
    void declinesEveryOtherLineInItsPlaceAndKeepsThePlacesInLaterOffers() {
        Answered.Agreed agreed = agreed("""
                m=video 5000 RTP/AVP 31
                m=audio 0 RTP/AVP 0
                m=audio 4000 RTP/AVP 8
                m=image 4002 udptl t38
                """);
        assertThat(mediaLines(agreed.answer()))
                .containsExactly(
                        "m=video 0 RTP/AVP 31",
                        "m=audio 0 RTP/AVP 0",
                        "m=audio 17000 RTP/AVP 8",
                        "m=image 0 udptl t38");
        assertThat(mediaLines(leg.offer(Direction.SENDONLY)))
                .containsExactly(
                        "m=video 0 RTP/AVP 31",
                        "m=audio 0 RTP/AVP 0",
                        "m=audio 17000 RTP/AVP 8 0 101",
                        "m=image 0 udptl t38");
    }

    @Test
    void holdBySendonlyInactiveAndByTheNullAddress() {
        StreamFormat held = agreed("m=audio 4000 RTP/AVP 8\na=sendonly\n").format();
        assertThat(held.send()).isFalse();
        assertThat(held.receive()).isTrue();

        Answered.Agreed inactive = agreed("m=audio 4000 RTP/AVP 8\na=inactive\n");
        assertThat(text(inactive.answer())).endsWith("a=inactive\n");
        assertThat(inactive.format().receive()).isFalse();

        Answered.Agreed old = agreed("m=audio 4000 RTP/AVP 8\nc=IN IP4 0.0.0.0\n");
        assertThat(text(old.answer())).endsWith("a=recvonly\n");
        assertThat(old.format().send()).isFalse();
        assertThat(old.format().remote()).as("where it was before").isEqualTo(at(4000));

        assertThat(agreed("m=audio 4000 RTP/AVP 8\n").format().send()).isTrue();
    }

    @Test
    void aPeersOfferCannotEndOurHoldAndOnlyAnAnsweredOfferHolds() {
        leg.offer(Direction.SENDRECV);
        leg.onAnswer(sdp("m=audio 4000 RTP/AVP 8\n"));
        leg.offer(Direction.SENDONLY); // answered with an error by SIP: it never took effect
        assertThat(text(agreed("m=audio 4000 RTP/AVP 8\n").answer())).endsWith("a=sendrecv\n");

        leg.offer(Direction.SENDONLY);
        leg.onAnswer(sdp("m=audio 4000 RTP/AVP 8\na=recvonly\n"));
        assertThat(text(agreed("m=audio 4000 RTP/AVP 8\na=sendrecv\n").answer()))
                .endsWith("a=sendonly\n");
    }

    @Test
    void ourOfferAndItsAnswer() {
        assertThat(text(leg.offer(Direction.SENDRECV))).isEqualTo("""
                v=0
                o=rexian 77 1 IN IP4 192.0.2.1
                s=-
                c=IN IP4 192.0.2.1
                t=0 0
                m=audio 17000 RTP/AVP 8 0 101
                a=rtpmap:8 PCMA/8000
                a=rtpmap:0 PCMU/8000
                a=rtpmap:101 telephone-event/8000
                a=fmtp:101 0-15
                a=ptime:20
                a=sendrecv
                """);
        Negotiated answer = leg.onAnswer(sdp("""
                m=audio 4000 RTP/AVP 0 101
                a=rtpmap:101 telephone-event/8000
                a=rtcp:5007 IN IP4 192.0.2.10
                """));
        assertThat(answer)
                .isEqualTo(new Negotiated.Agreed(new StreamFormat(
                        at(4000),
                        new InetSocketAddress("192.0.2.10", 5007),
                        false,
                        AudioCodec.PCMU,
                        0,
                        101,
                        20,
                        true,
                        true)));
    }

    @Test
    void theVersionGrowsWithEachChangeAndOnlyThen() {
        assertThat(origin(leg.offer(Direction.SENDRECV))).contains(" 77 1 ");
        assertThat(origin(leg.offer(Direction.SENDRECV))).contains(" 77 1 ");
        assertThat(origin(leg.offer(Direction.SENDONLY))).contains(" 77 2 ");
        assertThat(origin(leg.offer(Direction.SENDRECV))).contains(" 77 3 ");
    }

    @Test
    void muxIsAnsweredWhenOffered() {
        Answered.Agreed agreed = agreed("m=audio 4000 RTP/AVP 8\na=rtcp-mux\n");
        assertThat(text(agreed.answer())).contains("a=rtcp-mux\n");
        assertThat(agreed.format().remoteRtcp()).isEqualTo(at(4000));
    }

    @Test
    void theSourceMayBeLearntOnlyWhereTheSdpIsNotTheSignallingPeer() {
        byte[] offer = sdp("m=audio 4000 RTP/AVP 8\n");
        StreamFormat nat = format(leg.onOffer(offer, new InetSocketAddress("198.51.100.7", 5060)));
        assertThat(nat.learnRemote()).isTrue();
        assertThat(nat.learnFrom().orElseThrow().getHostAddress()).isEqualTo("198.51.100.7");
        assertThat(format(leg.onOffer(offer, PEER)).learnRemote()).isFalse();
    }

    @Test
    void aPrivateAnswerToAPublicAddressMayBeLearnt() {
        String answer = "v=0\no=- 1 1 IN IP4 10.0.0.1\ns=-\nc=IN IP4 %s\nt=0 0\nm=audio 4000 RTP/AVP 8\n";
        leg.offer(Direction.SENDRECV);
        SdpNegotiator inside =
                new SdpNegotiator(new InetSocketAddress("192.168.1.1", 17_000), List.of(AudioCodec.PCMA), 1);
        assertThat(learns(leg.onAnswer(answer.formatted("10.0.0.1").getBytes(UTF_8))))
                .isTrue();
        assertThat(learns(leg.onAnswer(answer.formatted("100.64.3.1").getBytes(UTF_8))))
                .isTrue();
        assertThat(learns(leg.onAnswer(answer.formatted("203.0.113.5").getBytes(UTF_8))))
                .isFalse();
        assertThat(learns(inside.onAnswer(answer.formatted("10.0.0.1").getBytes(UTF_8))))
                .isFalse();
    }

    @Test
    void refusalsSayWhy() {
        assertThat(reason("m=audio 4000 RTP/SAVP 8\n")).contains("RTP/SAVP");
        assertThat(reason("m=audio 4000 RTP/AVP 9 18\n")).contains("9 18");
        assertThat(reason("m=video 4000 RTP/AVP 31\n")).contains("no audio");
        assertThat(reason("m=audio 0 RTP/AVP 8\n")).contains("declined");
        assertThat(reason("m=audio 4000 RTP/AVP 8\nc=IN IP4 phone.example.com\n"))
                .contains("phone.example.com");
        assertThat(reason("m=audio 4000 RTP/AVP 8\nc=IN IP4 224.2.1.1/127\n")).contains("224.2.1.1");
        assertThat(leg.onAnswer(sdp("m=audio 0 RTP/AVP 8\n"))).isInstanceOf(Negotiated.Refused.class);
    }

    @Test
    void aDynamicPayloadTypeIsKnownByItsName() {
        Answered.Agreed agreed = agreed("m=audio 4000 RTP/AVP 100 101\na=rtpmap:100 pcma/8000/1\n");
        assertThat(agreed.format().payloadType()).isEqualTo(100);
        assertThat(agreed.format().codec()).isEqualTo(AudioCodec.PCMA);
        assertThat(agreed.format().dtmfPayloadType())
                .as("101 without rtpmap is nothing")
                .isEqualTo(-1);
        assertThat(reason("m=audio 4000 RTP/AVP 8\na=rtpmap:8 PCMA/16000\n")).contains("no usable audio");
    }

    @Test
    void packetLengthsThatWeCannotSendBecomeTwentyAndTheMaximumIsKept() {
        assertThat(agreed("m=audio 4000 RTP/AVP 8\na=ptime:25\n").format().ptimeMillis())
                .isEqualTo(20);
        assertThat(agreed("m=audio 4000 RTP/AVP 8\na=ptime:60\n").format().ptimeMillis())
                .isEqualTo(60);
        assertThat(agreed("m=audio 4000 RTP/AVP 8\na=ptime:60\na=maxptime:45\n")
                        .format()
                        .ptimeMillis())
                .isEqualTo(40);
        assertThat(agreed("m=audio 4000 RTP/AVP 8\na=ptime:999999\n").format().ptimeMillis())
                .isEqualTo(20);
    }

    private Answered.Agreed agreed(String sections) {
        Answered answered = leg.onOffer(sdp(sections), PEER);
        assertThat(answered).isInstanceOf(Answered.Agreed.class);
        return (Answered.Agreed) answered;
    }

    private String reason(String sections) {
        Answered answered = leg.onOffer(sdp(sections), PEER);
        assertThat(answered).isInstanceOf(Answered.Refused.class);
        return ((Answered.Refused) answered).reason();
    }

    private static StreamFormat format(Answered answered) {
        return ((Answered.Agreed) answered).format();
    }

    private static boolean learns(Negotiated negotiated) {
        return ((Negotiated.Agreed) negotiated).format().learnRemote();
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress("192.0.2.9", port);
    }

    private static byte[] sdp(String sections) {
        return ("v=0\no=- 1 1 IN IP4 192.0.2.9\ns=-\nc=IN IP4 192.0.2.9\nt=0 0\n" + sections).getBytes(UTF_8);
    }

    private static String text(byte[] sdp) {
        return new String(sdp, UTF_8).replace("\r\n", "\n");
    }

    private static String origin(byte[] sdp) {
        return text(sdp).lines().skip(1).findFirst().orElseThrow();
    }

    private static List<String> mediaLines(byte[] sdp) {
        return text(sdp).lines().filter(line -> line.startsWith("m=")).toList();
    }
}
