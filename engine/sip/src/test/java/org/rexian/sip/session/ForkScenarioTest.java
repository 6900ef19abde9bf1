package org.rexian.sip.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rexian.sip.wire.NameAddress;
import org.rexian.sip.wire.SipRequest;

/** A proxy that forks, and one that stays in the way: several dialogs of one INVITE, route sets, targets (RFC 3261 §12, §13.2). */
class ForkScenarioTest {
    private final VirtualNetwork net = new VirtualNetwork();
    private final Phone alice = new Phone(net, "alice", 1);
    private final RawPeer proxy = new RawPeer(net, 9);
    private SipRequest invite;

    @BeforeEach
    void aliceCalls() {
        alice.call("sip:10060@10.0.0.9", "o1");
        net.run(20);
        invite = proxy.requests.getFirst();
        proxy.requests.clear();
    }

    private void answer(int status, String tag, String sdp, String... headers) {
        proxy.answer(invite, alice.address, status, tag, sdp, headers);
        net.run(20);
    }

    @Test
    void theFirstOf2xxWinsTheOthersAreAcknowledgedAndEnded() {
        answer(180, "one", "");
        answer(183, "two", "early");
        answer(200, "two", "a2", "Contact: <sip:two@10.0.0.9>");
        answer(200, "one", "a1", "Contact: <sip:one@10.0.0.9>");
        assertThat(alice.events()).containsExactly("progress 180", "progress 183 early", "answered a2");
        assertThat(lines())
                .containsExactly(
                        "ACK sip:two@10.0.0.9 two 1", "ACK sip:one@10.0.0.9 one 1", "BYE sip:one@10.0.0.9 one 2");
        proxy.requests.clear();
        answer(200, "one", "a1", "Contact: <sip:one@10.0.0.9>");
        answer(200, "two", "a2", "Contact: <sip:two@10.0.0.9>");
        assertThat(lines().stream().filter(line -> line.startsWith("ACK")))
                .as("each repeated 2xx has its ACK again")
                .containsExactly("ACK sip:one@10.0.0.9 one 1", "ACK sip:two@10.0.0.9 two 1");
        assertThat(alice.counters.usage.lateAnswers.sum()).isEqualTo(1);
    }

    private List<String> lines() {
        return proxy.requests.stream()
                .map(r -> r.method() + " " + r.uri() + " " + r.to().tag() + " "
                        + r.cseq().number())
                .toList();
    }

    @Test
    void looseRoutesAreFollowedInReverse() {
        answer(
                200,
                "one",
                "a1",
                "Record-Route: <sip:10.0.0.7;lr>, <sip:10.0.0.9;lr>",
                "Contact: <sip:phone@192.0.2.1:5070>");
        SipRequest ack = proxy.requests.getFirst();
        assertThat(ack.uri()).hasToString("sip:phone@192.0.2.1:5070");
        assertThat(ack.routes().stream().map(NameAddress::uri))
                .map(Object::toString)
                .containsExactly("sip:10.0.0.9;lr", "sip:10.0.0.7;lr");
    }

    @Test
    void aStrictRouterGetsItsOwnUri() {
        answer(200, "one", "a1", "Record-Route: <sip:10.0.0.7>, <sip:10.0.0.9>", "Contact: <sip:phone@192.0.2.1>");
        SipRequest ack = proxy.requests.getFirst();
        assertThat(ack.uri()).hasToString("sip:10.0.0.9");
        assertThat(ack.routes().stream().map(NameAddress::uri))
                .map(Object::toString)
                .containsExactly("sip:10.0.0.7", "sip:phone@192.0.2.1");
    }

    @Test
    void redirectionsAndChallengesWithoutAnAccountAreRefusals() {
        answer(302, "one", "", "Contact: <sip:elsewhere@10.0.0.5>");
        assertThat(alice.events()).containsExactly("ended REJECTED 302");
        assertThat(alice.agent.sessions()).isZero();
    }

    @Test
    void aByeThatOvertakesThe200() {
        answer(180, "one", "");
        proxy.answer(invite, alice.address, 200, "one", "a1", "Contact: <sip:one@10.0.0.9>");
        net.run(20);
        SipRequest ack = proxy.requests.getFirst();
        assertThat(ack.method()).isEqualTo("ACK");
        alice.last().end("");
        net.run(20);
        assertThat(proxy.methods()).endsWith("BYE");
    }

    @Test
    void a2xxAfterWeGaveUpIsAcknowledgedAndEnded() {
        answer(180, "one", "");
        alice.last().end("");
        net.run(20);
        assertThat(proxy.methods()).containsExactly("CANCEL");
        answer(200, "three", "a3", "Contact: <sip:three@10.0.0.9>");
        assertThat(proxy.methods()).containsExactly("CANCEL", "ACK", "BYE");
        assertThat(alice.events()).containsExactly("progress 180", "ended LOCAL 0");
    }
}
