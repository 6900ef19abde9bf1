package org.rexian.sip.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rexian.sip.CallTarget;
import org.rexian.sip.SipBounds;

/** Calls between two user agents on virtual time: how they begin and end, with the races of RFC 5407. */
class CallScenarioTest {
    private final VirtualNetwork net = new VirtualNetwork();
    private final Phone alice = new Phone(net, "alice", 1);
    private final Phone bob = new Phone(net, "bob", 2);

    @BeforeEach
    void nothingLives() {
        assertThat(alice.agent.sessions() + bob.agent.sessions()).isZero();
    }

    private void aliceCallsBob() {
        alice.call(bob.uri("10060"), "o1");
        net.run(40);
    }

    private void established() {
        aliceCallsBob();
        bob.answer("a1");
        net.run(40);
        alice.events();
        bob.events();
        net.wire();
    }

    private void everythingIsForgotten() {
        net.run(40_000);
        assertThat(alice.agent.sessions()).as("alice's sessions").isZero();
        assertThat(bob.agent.sessions()).as("bob's sessions").isZero();
        assertThat(alice.counters.transactionsAlive() + bob.counters.transactionsAlive())
                .as("transactions")
                .isZero();
        assertThat(net.timers.size()).as("timers").isZero();
    }

    @Test
    void ringAnswerTalkHangUp() {
        aliceCallsBob();
        assertThat(bob.events()).containsExactly("invite 10060 by alice of trunk lan o1");
        bob.last().progress(180, new byte[0]);
        net.run(100);
        assertThat(alice.events()).containsExactly("progress 180");
        bob.answer("a1");
        net.run(40);
        assertThat(alice.events()).containsExactly("answered a1");
        assertThat(bob.events()).containsExactly("confirmed");
        assertThat(net.wire()).containsExactly("alice INVITE 1", "bob 180 INVITE", "bob 200 INVITE", "alice ACK 1");
        bob.last().end("done");
        assertThat(bob.events()).containsExactly("ended LOCAL 0");
        net.run(40);
        assertThat(alice.events()).containsExactly("ended REMOTE_BYE 0");
        assertThat(net.wire()).containsExactly("bob BYE 1", "alice 200 BYE");
        everythingIsForgotten();
    }

    @Test
    void anUndecidedCalleeGives100InTime() {
        aliceCallsBob();
        net.run(200);
        assertThat(net.wire()).containsExactly("alice INVITE 1", "bob 100 INVITE");
        assertThat(alice.events()).isEmpty();
    }

    @Test
    void refused() {
        aliceCallsBob();
        bob.last().reject(486, "busy");
        net.run(40);
        assertThat(alice.events()).containsExactly("ended REJECTED 486");
        assertThat(net.wire()).containsExactly("alice INVITE 1", "bob 486 INVITE", "alice ACK 1");
        everythingIsForgotten();
    }

    @Test
    void aPhoneThatDoesNotExist() {
        alice.call("sip:10060@10.0.0.99", "o1");
        net.run(40_000);
        assertThat(alice.events()).containsExactly("ended TIMEOUT 408");
        everythingIsForgotten();
    }

    @Test
    void whatIsNoUriFailsLaterNotAtOnce() {
        alice.call("tel:+8610060", "o1");
        assertThat(alice.events()).isEmpty();
        net.run(40);
        assertThat(alice.events()).containsExactly("ended REJECTED 416");
    }

    @Test
    void cancelledWhileRinging() {
        aliceCallsBob();
        bob.last().progress(180, new byte[0]);
        net.run(40);
        alice.last().end("changed my mind");
        net.run(40);
        assertThat(alice.events()).containsExactly("progress 180", "ended LOCAL 0");
        assertThat(bob.events()).endsWith("ended REMOTE_CANCEL 487");
        assertThat(net.wire())
                .contains("alice CANCEL 1", "bob 200 CANCEL", "bob 487 INVITE")
                .endsWith("alice ACK 1");
        everythingIsForgotten();
    }

    @Test
    void cancelWaitsForAProvisionalResponse() {
        aliceCallsBob();
        alice.last().end("");
        assertThat(net.wire()).containsExactly("alice INVITE 1");
        net.run(300);
        assertThat(net.wire())
                .containsExactly("bob 100 INVITE", "alice CANCEL 1", "bob 200 CANCEL", "bob 487 INVITE", "alice ACK 1");
        everythingIsForgotten();
    }

    @Test
    void twoHundredCrossesCancel() {
        aliceCallsBob();
        bob.last().progress(180, new byte[0]);
        net.run(40);
        net.wire();
        bob.answer("a1");
        alice.last().end("");
        net.run(100);
        assertThat(alice.events()).containsExactly("progress 180", "ended LOCAL 0");
        assertThat(bob.events()).endsWith("confirmed", "ended REMOTE_BYE 0");
        assertThat(net.wire())
                .contains("bob 200 INVITE", "alice CANCEL 1", "alice ACK 1", "alice BYE 2", "bob 200 BYE");
        everythingIsForgotten();
    }

    @Test
    void nobodyAnswers() {
        alice.call(new CallTarget.Uri(bob.uri("10060"), java.util.Optional.empty()), "o1", 15_000);
        net.run(40);
        bob.last().progress(180, new byte[0]);
        net.run(15_100);
        assertThat(alice.events()).containsExactly("progress 180", "ended TIMEOUT 408");
        assertThat(bob.events()).endsWith("ended REMOTE_CANCEL 487");
        everythingIsForgotten();
    }

    @Test
    void aLostAckIsAskedForByRepeatingThe200() {
        aliceCallsBob();
        net.lose(line -> line.equals("alice ACK 1"));
        bob.answer("a1");
        net.run(1_000);
        assertThat(bob.events()).noneMatch(event -> event.equals("confirmed"));
        net.loseNothing();
        net.run(1_000);
        assertThat(bob.events()).containsExactly("confirmed");
        assertThat(alice.events()).containsExactly("answered a1");
        assertThat(net.wire().stream().filter("bob 200 INVITE"::equals)).hasSize(3);
    }

    @Test
    void withoutAnyAckTheCallIsEndedAfter64T1() {
        aliceCallsBob();
        net.lose(line -> line.startsWith("alice ACK"));
        bob.answer("a1");
        net.wire();
        net.run(31_900);
        assertThat(bob.events()).doesNotContain("ended NO_ACK 0");
        assertThat(net.wire().stream().filter("bob 200 INVITE"::equals).count())
                .as("T1 doubling to T2: at 0.5, 1.5, 3.5, 7.5, 11.5 ... 31.5 s")
                .isEqualTo(10);
        net.run(200);
        assertThat(bob.events()).endsWith("ended NO_ACK 0");
        assertThat(net.wire()).contains("bob BYE 1");
        assertThat(alice.events()).endsWith("ended REMOTE_BYE 0");
        everythingIsForgotten();
    }

    @Test
    void aCalleeThatHangsUpBeforeTheAckWaitsForIt() {
        aliceCallsBob();
        bob.answer("a1");
        bob.last().end("");
        assertThat(bob.events()).endsWith("ended LOCAL 0");
        net.wire();
        net.run(40);
        assertThat(net.wire()).containsExactly("alice ACK 1", "bob BYE 1", "alice 200 BYE");
        assertThat(alice.events()).containsExactly("answered a1", "ended REMOTE_BYE 0");
        everythingIsForgotten();
    }

    @Test
    void byesCross() {
        established();
        alice.last().end("");
        bob.last().end("");
        net.run(40);
        assertThat(alice.events()).containsExactly("ended LOCAL 0");
        assertThat(bob.events()).containsExactly("ended LOCAL 0");
        assertThat(net.wire()).containsExactly("alice BYE 2", "bob BYE 1", "bob 200 BYE", "alice 200 BYE");
        everythingIsForgotten();
    }

    @Test
    void aByeThatIsNeverAnsweredIsForgottenToo() {
        established();
        net.lose(line -> line.startsWith("bob"));
        alice.last().end("");
        everythingIsForgotten();
    }

    @Test
    void aSecondVerdictIsIgnoredAndCounted() {
        Phone carol = new Phone(net, "carol", 3);
        carol.call(bob.uri("1"), "");
        net.run(40);
        bob.last().reject(404, "");
        bob.last().reject(404, "");
        bob.answer("late");
        assertThat(bob.events()).containsExactly("invite 1 by carol of trunk lan", "ended LOCAL 404");
        assertThat(bob.counters.usage.misfits.sum()).isEqualTo(2);
    }

    @Test
    void theCalleeOffersWhenTheInviteDoesNot() {
        alice.call(bob.uri("10060"), "");
        net.run(40);
        assertThat(bob.events()).containsExactly("invite 10060 by alice of trunk lan");
        bob.answer("o1");
        net.run(40);
        assertThat(alice.events()).containsExactly("answered o1");
        assertThat(net.wire()).as("no ACK without an answer").doesNotContain("alice ACK 1");
        alice.answerOffer("a1");
        net.run(40);
        assertThat(bob.events()).containsExactly("confirmed a1");
        alice.last().end("");
        everythingIsForgotten();
    }

    @Test
    void pastTheBoundAndWhileDrainingNewCallsGet503AndOldOnesGoOn() {
        SipBounds d = SipBounds.defaults();
        Phone small = new Phone(
                net,
                "small",
                4,
                s -> s.withBounds(new SipBounds(
                        1,
                        d.maxTransactions(),
                        d.maxContactsPerAccount(),
                        d.maxRegistrations(),
                        d.maxMessageBytes(),
                        d.maxTrackedNonces())));
        alice.call(small.uri("1"), "o");
        net.run(40);
        bob.call(small.uri("2"), "o");
        net.run(40);
        assertThat(bob.events()).containsExactly("ended REJECTED 503");
        assertThat(small.refused)
                .containsExactly("503 bob to 2 from " + bob.address.getAddress().getHostAddress());
        boolean[] drained = {false};
        small.agent.drain(() -> drained[0] = true);
        small.answer("a");
        net.run(40);
        assertThat(alice.events()).containsExactly("answered a");
        assertThat(drained[0]).isFalse();
        alice.last().end("");
        net.run(40);
        assertThat(drained[0]).isTrue();
    }

    @Test
    void everyMinuteOfRingingIsSaidAgain() {
        aliceCallsBob();
        bob.last().progress(183, "early".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        net.run(125_000);
        assertThat(alice.events()).containsExactly("progress 183 early", "progress 183 early", "progress 183 early");
        assertThat(net.wire().stream().filter("bob 183 INVITE"::equals)).hasSize(3);
    }
}
