package org.rexian.sip.wire;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one message costs: a typical INVITE with SDP in, its 200 with SDP out. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class SipCodecBenchmark {
    private static final String SDP = """
            v=0
            o=lilei 53655765 2353687637 IN IP4 127.0.0.1
            s=-
            c=IN IP4 127.0.0.1
            t=0 0
            m=audio 6000 RTP/AVP 0 8 101
            a=rtpmap:0 PCMU/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=sendrecv
            """;

    private final byte[] invite = Messages.bytes("""
            INVITE sip:10060@127.0.0.1:5060 SIP/2.0
            Via: SIP/2.0/UDP 127.0.0.1:40001;branch=z9hG4bK-524287-1---aa32c2cf7d5e8f2a;rport
            Max-Forwards: 70
            Contact: <sip:lilei@127.0.0.1:40001;transport=UDP>
            To: <sip:10060@127.0.0.1:5060>
            From: "Li Lei" <sip:lilei@127.0.0.1>;tag=a73kszlfl
            Call-ID: YzQ3NjE4M2QxNDRkYTFlNmE5ZGFhNjZlZmU4OTY0MTg.
            CSeq: 1 INVITE
            Allow: INVITE, ACK, CANCEL, BYE, NOTIFY, REFER, MESSAGE, OPTIONS, INFO, SUBSCRIBE
            Content-Type: application/sdp
            Supported: replaces, norefersub, extended-refer, timer, outbound, path
            User-Agent: phone 5.6.1
            Content-Length: %d

            """.formatted(Messages.bytes(SDP).length) + SDP);
    private final byte[] sdp = Messages.bytes(SDP);
    private final SipRequest request = ((Parsed.Request) SipCodec.parse(invite)).request();

    @Benchmark
    public Parsed parseInvite() {
        return SipCodec.parse(invite);
    }

    @Benchmark
    public byte[] answerInvite() {
        return request.response(200)
                .toTag("8h3k2l1m")
                .header("Contact", "<sip:10060@127.0.0.1:5060>")
                .header("Allow", "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE")
                .body("application/sdp", sdp)
                .build()
                .encoded();
    }
}
