package org.rexian.sip.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rexian.sip.CallTarget;
import org.rexian.sip.SipSession;
import org.rexian.sip.SipSessionState;
import org.rexian.sip.SipSettings;
import org.rexian.sip.TrunkLogin;
import org.rexian.sip.TrunkSettings;
import org.rexian.sip.dialog.DialogState;
import org.rexian.sip.transport.Transport;
import org.rexian.sip.wire.SipRequest;

/** Bob's process dies in a call, another one on the same address goes on with the state that he had. */
class RestoreScenarioTest {

    /** A call between two phones, and what happened in it, line by line. */
    private static final class World {
        final VirtualNetwork net = new VirtualNetwork();
        final Phone alice = new Phone(net, "alice", 1);
        Phone bob = new Phone(net, "bob", 2);
        final List<String> happened = new ArrayList<>();

        void talk(boolean bobCalls) {
            Phone caller = bobCalls ? bob : alice;
            Phone callee = bobCalls ? alice : bob;
            caller.call(callee.uri("1"), "o1");
            net.run(40);
            callee.answer("a1");
            net.run(2_000);
            note("talk");
        }

        void bobDiesAndIsBack() {
            SipSessionState state = bob.last().state().orElseThrow();
            assertPlain(state);
            bob.die();
            bob = new Phone(net, "bob", 2);
            bob.restore(state);
            assertThat(bob.last().state()).contains(state);
        }

        void take(int step) {
            switch (step) {
                case 0 -> offer(alice, bob, true);
                case 1 -> offer(bob, alice, true);
                case 2 -> offer(alice, bob, false);
                case 3 -> offer(bob, alice, false);
                case 4 -> {
                    net.lose(line -> line.contains(" ACK "));
                    offer(alice, bob, true);
                    net.loseNothing();
                }
                case 5 -> alice.last().end("alice has enough");
                default -> bob.last().end("bob has enough");
            }
            net.run(40_000);
            note("step " + step);
        }

        private void offer(Phone from, Phone to, boolean answered) {
            from.offer("offer of " + from.name);
            net.run(40);
            if (answered) {
                to.answerOffer("answer of " + to.name);
            } else {
                to.last().rejectOffer(488);
            }
            net.run(1_000);
        }

        private void note(String what) {
            happened.add(what + ": " + net.wire() + " alice " + alice.events() + " bob " + bob.events());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aCallGoesOnAsIfNothingHadHappened(long seed) {
        World quiet = new World();
        World troubled = new World();
        Random random = new Random(seed);
        boolean bobCalls = random.nextBoolean();
        quiet.talk(bobCalls);
        troubled.talk(bobCalls);
        int step = 0;
        for (int i = 0; i < 12 && step < 4; i++) {
            step = i == 11 ? random.nextInt(5, 7) : random.nextInt(100) < 4 ? 4 : random.nextInt(4);
            if (random.nextBoolean()) {
                troubled.bobDiesAndIsBack();
            }
            quiet.take(step);
            troubled.take(step);
            assertThat(troubled.happened).as("seed " + seed).isEqualTo(quiet.happened);
        }
    }

    @ParameterizedTest
    @CsvSource({"<sip:p1.example@10.0.0.9;lr>", "<sip:10.0.0.9>", "''"})
    void requestsGoTheSameWayWithTheSameNumbers(String route) {
        VirtualNetwork net = new VirtualNetwork();
        RawPeer peer = new RawPeer(net, 9);
        Phone first = new Phone(net, "bob", 2);
        String recordRoute = route.isEmpty() ? "X-None: 1" : "Record-Route: " + route;
        peer.send(first.address, "INVITE", first.uri("1"), "", 7, recordRoute, "Record-Route: <sip:10.0.0.9;lr>");
        net.run(10);
        first.answer("a");
        net.run(10);
        String tag = peer.responses.getLast().to().tag();
        peer.send(first.address, "ACK", first.uri("1"), tag, 7);
        net.run(40);
        first.offer("hold");
        net.run(40);
        peer.answer(peer.requests.getLast(), first.address, 200, "rawtag", "ok");
        net.run(40);
        SipSessionState state = first.last().state().orElseThrow();
        Phone second = new Phone(net, "bob", 2);
        second.restore(state);
        peer.requests.clear();
        first.last().end("enough");
        second.last().end("enough");
        net.run(10);
        List<String> byes =
                peer.requests.stream().map(RestoreScenarioTest::withoutVia).toList();
        assertThat(byes).hasSize(2);
        assertThat(byes.getFirst()).startsWith("BYE ").contains("CSeq: 2 BYE");
        assertThat(byes.getLast()).isEqualTo(byes.getFirst());
    }

    private static String withoutVia(SipRequest request) {
        return new String(request.toBuilder().remove("Via").build().encoded(), UTF_8);
    }

    @Test
    void anAnswerThatWasNotAcknowledgedIsSentAgain() {
        World world = new World();
        world.alice.call(world.bob.uri("1"), "o1");
        world.net.run(40);
        world.net.lose(line -> line.contains(" ACK "));
        world.bob.answer("a1");
        world.net.run(40);
        world.net.loseNothing();
        world.net.wire();
        world.bobDiesAndIsBack();
        world.net.run(2_000);
        assertThat(world.net.wire()).containsExactly("bob 200 INVITE", "alice ACK 1");
        assertThat(world.bob.events()).containsExactly("confirmed");
        world.bob.last().end("");
        world.net.run(40);
        assertThat(world.net.wire()).containsExactly("bob BYE 1", "alice 200 BYE");
    }

    @Test
    void anAnswerThatIsNeverAcknowledgedEndsTheCallWhenItWouldHave() {
        World world = new World();
        world.alice.call(world.bob.uri("1"), "o1");
        world.net.run(40);
        world.net.lose(line -> line.contains(" ACK "));
        world.bob.answer("a1");
        world.net.run(20_000);
        world.bobDiesAndIsBack();
        world.net.run(11_000);
        assertThat(world.bob.events()).isEmpty();
        world.net.run(2_000);
        assertThat(world.bob.events()).containsExactly("ended NO_ACK 0");
    }

    @Test
    void theAnswerToAnOfferFromBeforeIsAcknowledged() {
        World world = new World();
        world.talk(false);
        world.bob.offer("hold");
        world.net.run(20);
        world.bobDiesAndIsBack();
        world.net.wire();
        world.alice.answerOffer("held");
        world.net.run(40_000);
        assertThat(world.net.wire()).containsExactly("alice 200 INVITE", "bob ACK 1");
        assertThat(world.alice.events()).doesNotContain("ended NO_ACK 0");
        world.bob.offer("again");
        world.net.run(40);
        world.alice.answerOffer("yes");
        world.net.run(40);
        assertThat(world.bob.events()).containsExactly("offer answered yes");
    }

    @Test
    void theSessionTimerRunsOn() {
        VirtualNetwork net = new VirtualNetwork();
        RawPeer peer = new RawPeer(net, 9);
        Phone bob = new Phone(net, "bob", 2);
        peer.send(bob.address, "INVITE", bob.uri("1"), "", 7, "Supported: timer", "Session-Expires: 90");
        net.run(10);
        bob.answer("a");
        net.run(10);
        peer.send(
                bob.address, "ACK", bob.uri("1"), peer.responses.getLast().to().tag(), 7);
        net.run(30_000);
        SipSessionState state = bob.last().state().orElseThrow();
        bob.die();
        Phone next = new Phone(net, "bob", 2);
        next.restore(state);
        net.run(29_000);
        assertThat(next.events()).isEmpty();
        net.run(2_000);
        assertThat(next.events()).containsExactly("ended TIMEOUT 408");
        assertThat(peer.methods()).contains("BYE");
    }

    @Test
    void theTrunksLoginStillAnswersChallenges() {
        VirtualNetwork net = new VirtualNetwork();
        RawPeer peer = new RawPeer(net, 9);
        TrunkLogin login = new TrunkLogin("ann", "secret", false, 300);
        UnaryOperator<SipSettings> trunk = settings -> settings.withTrunks(List.of(new TrunkSettings(
                "carrier", List.of("10.0.0.9"), "10.0.0.9", 5060, Transport.UDP, Optional.of(login))));
        Phone bob = new Phone(net, "bob", 2, trunk);
        bob.call(new CallTarget.Uri("sip:1@10.0.0.9", Optional.of("carrier")), "o", 0);
        net.run(10);
        peer.answer(peer.requests.getLast(), bob.address, 200, "rawtag", "a");
        net.run(10);
        SipSessionState state = bob.last().state().orElseThrow();
        assertThat(state.trunk()).contains("carrier");
        bob.die();
        Phone next = new Phone(net, "bob", 2, trunk);
        next.restore(state);
        next.last().end("");
        net.run(10);
        String challenge = "Proxy-Authenticate: Digest realm=\"r\", nonce=\"n\", algorithm=MD5, qop=\"auth\"";
        peer.answer(peer.requests.getLast(), next.address, 407, "", "", challenge);
        net.run(40);
        SipRequest bye = peer.requests.getLast();
        assertThat(bye.method() + " " + bye.cseq().number()).isEqualTo("BYE 3");
        assertThat(bye.header("Proxy-Authorization").orElse("")).contains("username=\"ann\"");
    }

    @Test
    void thereIsAStateFromTheAnswerToTheEndAndItIsTakenOnce() {
        World world = new World();
        SipSession out = world.alice.call(world.bob.uri("1"), "o1");
        assertThat(out.state()).isEmpty();
        world.net.run(40);
        assertThat(world.bob.last().state()).isEmpty();
        world.bob.answer("a1");
        SipSessionState state = world.bob.last().state().orElseThrow();
        assertThat(state.confirmed()).isFalse();
        assertThat(world.bob.agent.restore(state, world.bob)).as("it lives").isEmpty();
        world.net.run(40);
        assertThat(world.bob.last().state().orElseThrow().confirmed()).isTrue();
        out.end("");
        assertThat(out.state()).isEmpty();
        Phone other = new Phone(world.net, "carol", 3);
        assertThat(other.agent.restore(withLocal(state, "no address"), other)).isEmpty();
        assertThat(other.agent.sessions()).isZero();
    }

    private static SipSessionState withLocal(SipSessionState state, String local) {
        DialogState old = state.dialog();
        DialogState dialog = new DialogState(
                old.callId(),
                local,
                old.remote(),
                old.routeSet(),
                old.remoteTarget(),
                0,
                old.remoteCseq(),
                old.pinned());
        return new SipSessionState(
                dialog,
                state.incoming(),
                state.confirmed(),
                state.contact(),
                state.lastHop(),
                state.trunk(),
                state.expiresAtMillis(),
                state.unacknowledged());
    }

    /** Nothing but records, enums, texts, numbers, and lists and maps of them. */
    private static void assertPlain(Object value) {
        switch (value) {
            case String _, Number _, Boolean _, Enum<?> _, OptionalLong _ -> {}
            case Optional<?> optional -> optional.ifPresent(RestoreScenarioTest::assertPlain);
            case List<?> list -> list.forEach(RestoreScenarioTest::assertPlain);
            case Map<?, ?> map -> map.values().forEach(RestoreScenarioTest::assertPlain);
            case Record parts -> {
                for (RecordComponent part : parts.getClass().getRecordComponents()) {
                    try {
                        assertPlain(part.getAccessor().invoke(parts));
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError(part.toString(), e);
                    }
                }
            }
            default -> throw new AssertionError("not plain: " + value.getClass());
        }
    }
}
