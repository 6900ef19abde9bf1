package org.rexian.sip.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rexian.sip.SipSession;

/** Offers inside a call: hold by either side, glare, refusals, the races with BYE (RFC 3261 §14, RFC 5407). */
class OfferScenarioTest {
    private final VirtualNetwork net = new VirtualNetwork();
    private final Phone alice = new Phone(net, "alice", 1);
    private final Phone bob = new Phone(net, "bob", 2);

    @BeforeEach
    void talking() {
        alice.call(bob.uri("10060"), "o1");
        net.run(40);
        bob.answer("a1");
        net.run(40);
        clear();
    }

    private void clear() {
        alice.events();
        bob.events();
        net.wire();
    }

    @Test
    void callerHolds() {
        alice.offer("hold");
        net.run(40);
        assertThat(bob.events()).containsExactly("offer hold");
        bob.answerOffer("held");
        net.run(40);
        assertThat(alice.events()).containsExactly("offer answered held");
        assertThat(net.wire()).containsExactly("alice INVITE 2", "bob 200 INVITE", "alice ACK 2");
    }

    @Test
    void calleeHolds() {
        bob.offer("hold");
        net.run(40);
        alice.answerOffer("held");
        net.run(40);
        assertThat(bob.events()).containsExactly("offer answered held");
        assertThat(net.wire()).containsExactly("bob INVITE 1", "alice 200 INVITE", "bob ACK 1");
    }

    @Test
    void aRefusedOfferChangesNothing() {
        alice.offer("video");
        net.run(40);
        bob.last().rejectOffer(488);
        net.run(40);
        assertThat(alice.events()).containsExactly("offer refused 488");
        alice.offer("hold");
        net.run(40);
        assertThat(bob.events()).containsExactly("offer video", "offer hold");
    }

    @Test
    void offersWaitForEachOther() {
        alice.offer("one");
        alice.offer("two");
        alice.offer("three");
        net.run(40);
        bob.answerOffer("1");
        net.run(40);
        assertThat(bob.events()).containsExactly("offer one", "offer three");
        bob.answerOffer("3");
        net.run(40);
        assertThat(alice.events()).containsExactly("offer answered 1", "offer answered 3");
    }

    @Test
    void anOfferBeforeTheAckWaitsForIt() {
        SipSession first = alice.last();
        alice.call(bob.uri("2"), "o");
        net.run(40);
        bob.answer("a");
        bob.offer("hold");
        net.run(40);
        assertThat(bob.events()).contains("confirmed");
        assertThat(alice.events()).containsExactly("answered a", "offer hold");
        assertThat(alice.last()).isNotSameAs(first);
    }

    @Test
    void glare() {
        alice.offer("from alice");
        bob.offer("from bob");
        net.run(30);
        assertThat(net.wire()).contains("alice 491 INVITE", "bob 491 INVITE").contains("alice ACK 2", "bob ACK 1");
        assertThat(alice.events()).isEmpty();
        net.run(2_020);
        assertThat(alice.events())
                .as("bob did not make the Call-ID: he tries first")
                .containsExactly("offer from bob");
        alice.answerOffer("yes");
        net.run(2_100);
        assertThat(bob.events()).containsExactly("offer answered yes", "offer from alice");
        bob.answerOffer("yes");
        net.run(40);
        assertThat(alice.events()).containsExactly("offer answered yes");
    }

    @Test
    void peerHangsUpWhileItOwesAnAnswer() {
        alice.offer("hold");
        net.run(40);
        bob.last().end("");
        net.run(40);
        assertThat(alice.events()).containsExactly("offer refused 487", "ended REMOTE_BYE 0");
        assertThat(net.wire()).contains("bob 487 INVITE", "bob BYE 1", "alice ACK 2", "alice 200 BYE");
        forgotten();
    }

    @Test
    void weHangUpWhileAnAnswerIsUnderWay() {
        alice.offer("hold");
        net.run(40);
        bob.answerOffer("held");
        alice.last().end("");
        net.run(40);
        assertThat(bob.events()).containsExactly("offer hold", "ended REMOTE_BYE 0");
        assertThat(net.wire()).contains("alice ACK 2", "alice BYE 3", "bob 200 BYE");
        forgotten();
    }

    @Test
    void aLostAckToAReInviteIsRepaired() {
        alice.offer("hold");
        net.run(40);
        net.lose(line -> line.equals("alice ACK 2"));
        bob.answerOffer("held");
        net.run(600);
        net.loseNothing();
        net.run(2_000);
        bob.last().end("");
        net.run(40);
        assertThat(bob.events()).containsExactly("offer hold", "ended LOCAL 0");
        forgotten();
    }

    @Test
    void aNewOfferStandsForALostAck() {
        alice.offer("hold");
        net.run(40);
        net.lose(line -> line.equals("alice ACK 2"));
        bob.answerOffer("held");
        net.run(40);
        alice.offer("resume");
        net.run(40);
        bob.answerOffer("resumed");
        net.run(40);
        assertThat(alice.events()).containsExactly("offer answered held", "offer answered resumed");
        assertThat(bob.counters.usage.answersResent.sum()).isZero();
    }

    @Test
    void aPeerThatForgotTheCallEndsIt() {
        net.lose(line -> line.startsWith("alice"));
        alice.offer("hold");
        net.run(33_000);
        assertThat(alice.events()).containsExactly("ended TIMEOUT 408");
        net.run(40_000);
        assertThat(alice.agent.sessions()).isZero();
    }

    private void forgotten() {
        net.run(40_000);
        assertThat(alice.agent.sessions() + bob.agent.sessions()).isZero();
        assertThat(net.timers.size()).isZero();
    }
}
