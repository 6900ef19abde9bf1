package org.rexian.harness.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.harness.audio.Tone;
import org.rexian.harness.audio.ToneMeter;
import org.rexian.harness.audio.WavFile;
import org.rexian.harness.engine.Engine;
import org.rexian.harness.engine.EngineSetup;
import org.rexian.harness.engine.EngineSetup.AgentPhone;
import org.rexian.harness.engine.EngineSetup.Talks;
import org.rexian.harness.engine.TestHotline;
import org.rexian.harness.phone.Phone;
import org.rexian.harness.phone.PhoneCall;
import org.rexian.harness.phone.Phones;
import org.rexian.harness.process.Eventually;
import org.rexian.harness.process.LocalPorts;
import tools.jackson.databind.JsonNode;

/** Who hears whom in transfers, conferences and under supervision, measured by tones at every ear. */
class TalksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PORTS = 24;
    private static final int CALLER = 440;
    private static final int ANN = 770;
    private static final int BOB = 620;
    private static final int SUPERVISOR = 530;
    private static final int WHISPER = 900;

    @TempDir
    Path folder;

    private EngineSetup setup() {
        return EngineSetup.in(
                folder,
                AgentPhone.registering("1001", "secret-1001"),
                AgentPhone.registering("1002", "secret-1002"),
                AgentPhone.registering("1009", "secret-1009"));
    }

    private static Phones phones(Engine engine) throws InterruptedException {
        return Phones.open(engine.setup().sip(), "udp", LocalPorts.free(), LocalPorts.freeRun(PORTS), PORTS);
    }

    private static Phone agent(Engine engine, Phones phones, String id) throws InterruptedException {
        Phone phone = phones.phone(id);
        phone.register("secret-" + id, PATIENCE);
        engine.signIn(id);
        return phone;
    }

    private Ear caller(Phones phones) {
        return Ear.at(phones.phone("13900000001").call("7002").awaitUp(PATIENCE), CALLER, folder);
    }

    private Ear answering(Phone phone, int hertz) throws InterruptedException {
        return Ear.at(phone.awaitCall(PATIENCE).awaitUp(PATIENCE), hertz, folder);
    }

    private static void awaitState(Engine engine, String agent, String state) throws InterruptedException {
        Eventually.require(
                agent + " " + state, PATIENCE, () -> engine.agentState(agent).equals(state));
    }

    /** A stretch of talk that is long enough to be measured. */
    private static void talk() throws InterruptedException {
        Thread.sleep(1_600);
    }

    private static JsonNode record(Engine engine, String outcomeAgent) throws InterruptedException {
        Eventually.require(
                "the call's record",
                PATIENCE,
                () -> engine.calls().stream()
                        .anyMatch(call -> call.path("agent").asString("").equals(outcomeAgent)));
        long id = engine.calls().stream()
                .filter(call -> call.path("agent").asString("").equals(outcomeAgent))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
        return engine.call(id);
    }

    private static List<String> story(JsonNode record) {
        List<String> story = new java.util.ArrayList<>();
        record.path("story")
                .forEach(happening -> story.add(happening.path("what").asString("")));
        return story;
    }

    @Test
    void aConsultBecomesAConferenceAndThenATransfer() throws InterruptedException {
        try (Engine engine = Engine.start(setup());
                Phones phones = phones(engine)) {
            Phone annsPhone = agent(engine, phones, "1001");
            Ear caller = caller(phones);
            Ear ann = answering(annsPhone, ANN);
            awaitState(engine, "1001", "talking");
            Phone bobsPhone = agent(engine, phones, "1002");
            long talkFrom = caller.now();
            talk();
            long talkTo = caller.now();
            ann.call().press("*31002#");
            Ear bob = answering(bobsPhone, BOB);
            awaitState(engine, "1002", "talking");
            long consultFrom = caller.now();
            long annsConsultFrom = ann.now();
            talk();
            long consultTo = caller.now();
            long annsConsultTo = ann.now();
            ann.call().press("*5");
            Thread.sleep(700);
            long conferenceFrom = caller.now();
            long annsConferenceFrom = ann.now();
            long bobsConferenceFrom = bob.now();
            talk();
            long conferenceTo = caller.now();
            long annsConferenceTo = ann.now();
            long bobsConferenceTo = bob.now();
            ann.call().hangUp();
            ann.awaitEnded(PATIENCE);
            Thread.sleep(300);
            long afterFrom = caller.now();
            long bobsAfterFrom = bob.now();
            talk();
            long afterTo = caller.now();
            long bobsAfterTo = bob.now();
            caller.call().hangUp();
            caller.awaitEnded(PATIENCE);
            bob.awaitEnded(PATIENCE);

            List<Ear> all = List.of(caller, ann, bob);
            caller.heardOnly("talk", talkFrom, talkTo, all, ann);
            caller.heardOnly("consult", consultFrom, consultTo, all);
            assertThat(caller.meter().part(consultFrom + 400, consultTo - 200).silent())
                    .as("music on hold")
                    .isFalse();
            ann.heardOnly("consult", annsConsultFrom, annsConsultTo, all, bob);
            caller.heardOnly("conference", conferenceFrom, conferenceTo, all, ann, bob);
            ann.heardOnly("conference", annsConferenceFrom, annsConferenceTo, all, caller, bob);
            bob.heardOnly("conference", bobsConferenceFrom, bobsConferenceTo, all, caller, ann);
            caller.heardOnly("after", afterFrom, afterTo, all, bob);
            bob.heardOnly("after", bobsAfterFrom, bobsAfterTo, all, caller);
            assertThat(story(record(engine, "1002")))
                    .containsExactly("connected", "consult", "consult-answered", "conference", "taken-over");
        }
    }

    @Test
    void aBlindTransferGoesThroughMusicToTheNextAgent() throws InterruptedException {
        try (Engine engine = Engine.start(setup());
                Phones phones = phones(engine)) {
            Phone annsPhone = agent(engine, phones, "1001");
            Ear caller = caller(phones);
            Ear ann = answering(annsPhone, ANN);
            awaitState(engine, "1001", "talking");
            Phone bobsPhone = phones.phone("1002");
            bobsPhone.register("secret-1002", PATIENCE);
            engine.ask("1002", "sign-in");
            engine.ask("1001", "not-ready"); // after this talk, so that the caller does not come back to the same agent
            engine.post("/api/agents/1001/transfer", "{\"to\":\"service\"}");
            ann.awaitEnded(PATIENCE);
            long waitFrom = caller.now();
            talk();
            long waitTo = caller.now();
            engine.ask("1002", "ready");
            Ear bob = answering(bobsPhone, BOB);
            awaitState(engine, "1002", "talking");
            long talkFrom = caller.now();
            long bobsFrom = bob.now();
            talk();
            long talkTo = caller.now();
            long bobsTo = bob.now();
            caller.call().hangUp();
            caller.awaitEnded(PATIENCE);
            bob.awaitEnded(PATIENCE);

            List<Ear> all = List.of(caller, ann, bob);
            caller.heardOnly("waiting", waitFrom, waitTo, all);
            assertThat(caller.meter().part(waitFrom + 400, waitTo - 200).level(TestHotline.MUSIC_HERTZ))
                    .isGreaterThan(-20);
            caller.heardOnly("talk", talkFrom, talkTo, all, bob);
            bob.heardOnly("talk", bobsFrom, bobsTo, all, caller);
            assertThat(story(record(engine, "1002"))).containsExactly("connected", "transferred", "connected");
        }
    }

    @Test
    void aSupervisorListensWhispersAndBargesIn() throws InterruptedException {
        EngineSetup setup = setup().talking(new Talks("", 0, Duration.ofSeconds(30), "1009"));
        try (Engine engine = Engine.start(setup);
                Phones phones = phones(engine)) {
            Phone annsPhone = agent(engine, phones, "1001");
            Phone supervisorsPhone = phones.phone("1009");
            supervisorsPhone.register("secret-1009", PATIENCE);
            Ear caller = caller(phones);
            Ear ann = answering(annsPhone, ANN);
            awaitState(engine, "1001", "talking");
            Ear supervisor = Ear.at(supervisorsPhone.call("*311001").awaitUp(PATIENCE), SUPERVISOR, folder);
            List<Ear> all = List.of(caller, ann, supervisor);
            Stretch listen = stretch(all);
            supervisor.call().press("2");
            Thread.sleep(500);
            Stretch whisper = stretch(all);
            supervisor.call().press("3");
            Thread.sleep(500);
            Stretch barge = stretch(all);
            supervisor.call().hangUp();
            supervisor.awaitEnded(PATIENCE);
            Stretch after = stretch(List.of(caller, ann));
            caller.call().hangUp();
            caller.awaitEnded(PATIENCE);
            ann.awaitEnded(PATIENCE);

            listen.heard(supervisor, all, caller, ann);
            listen.heard(caller, all, ann);
            listen.heard(ann, all, caller);
            whisper.heard(supervisor, all, caller, ann);
            whisper.heard(ann, all, caller, supervisor);
            whisper.heard(caller, all, ann);
            barge.heard(supervisor, all, caller, ann);
            barge.heard(ann, all, caller, supervisor);
            barge.heard(caller, all, ann, supervisor);
            after.heard(caller, all, ann);
            after.heard(ann, all, caller);
            assertThat(story(record(engine, "1001")))
                    .containsExactly(
                            "connected",
                            "supervisor-listens",
                            "supervisor-whispers",
                            "supervisor-barges-in",
                            "supervisor-leaves");
        }
    }

    /** The same stretch of time in several ears. */
    private record Stretch(String name, List<Ear> ears, List<Long> from, List<Long> to) {
        void heard(Ear by, List<Ear> all, Ear... others) {
            int i = ears.indexOf(by);
            by.heardOnly(name, from.get(i), to.get(i), all, others);
        }
    }

    private static Stretch stretch(List<Ear> ears) throws InterruptedException {
        List<Long> from = ears.stream().map(Ear::now).toList();
        talk();
        return new Stretch(
                "from " + from.getFirst(),
                ears,
                from,
                ears.stream().map(Ear::now).toList());
    }

    @Test
    void aCallerWhoseAgentsPhoneDiesGoesToTheNextBeforeWhoeverWaits() throws InterruptedException {
        EngineSetup setup = setup().talking(new Talks("", 0, Duration.ofSeconds(5), ""));
        try (Engine engine = Engine.start(setup);
                Phones phones = phones(engine)) {
            Ear caller;
            try (Phones dying = phones(engine)) {
                Phone annsPhone = agent(engine, dying, "1001");
                caller = caller(phones);
                answering(annsPhone, ANN);
                awaitState(engine, "1001", "talking");
                dying.die();
            }
            PhoneCall second = phones.phone("13900000002").call("7002").awaitUp(PATIENCE);
            Eventually.require(
                    "the caller waits again",
                    PATIENCE,
                    () -> engine.agentState("1001").equals("unreachable"));
            Phone bobsPhone = agent(engine, phones, "1002");
            PhoneCall served = bobsPhone.awaitCall(PATIENCE).awaitUp(PATIENCE);
            assertThat(served.other()).isEqualTo("13900000001");
            Ear bob = Ear.at(served, BOB, folder);
            awaitState(engine, "1002", "talking");
            Stretch after = stretch(List.of(caller, bob));
            caller.call().hangUp();
            second.hangUp();
            caller.awaitEnded(PATIENCE);
            bob.awaitEnded(PATIENCE);
            after.heard(caller, List.of(caller, bob), bob);
            after.heard(bob, List.of(caller, bob), caller);
            assertThat(story(record(engine, "1002"))).containsExactly("connected", "requeued", "connected");
        }
    }

    @Test
    void theAgentHearsAWhisperAndThenTheCallerTheAgentsNumber() throws InterruptedException {
        Path name = folder.resolve("whisper.wav");
        WavFile.write(name, Tone.sine(WHISPER, -12, 1_500));
        EngineSetup setup = setup().talking(new Talks(
                "openings: [{queue: service, whisper: \"%s\", agent-number: on}], auto-answer: [\"1001\"]"
                        .formatted(name),
                0,
                Duration.ofSeconds(30),
                ""));
        try (Engine engine = Engine.start(setup);
                Phones phones = phones(engine)) {
            Phone annsPhone = agent(engine, phones, "1001");
            engine.ask("1001", "not-ready");
            Ear caller = caller(phones);
            Thread.sleep(500);
            engine.ask("1001", "ready");
            Ear ann = answering(annsPhone, ANN);
            Thread.sleep(6_500); // whisper, the agent's number in words, talk
            caller.call().hangUp();
            caller.awaitEnded(PATIENCE);
            ann.awaitEnded(PATIENCE);

            ToneMeter heard = caller.meter();
            long talkBegins = first(heard, ANN);
            long musicEnds = last(heard, TestHotline.MUSIC_HERTZ);
            assertThat(heard.part(0, musicEnds).loudest(WHISPER))
                    .as("the whisper is the agent's alone")
                    .isLessThan(-40);
            assertThat(talkBegins - musicEnds).as("the number in between").isGreaterThan(1_000);
            assertThat(heard.part(musicEnds + 300, talkBegins - 300).silent()).isFalse();
            ToneMeter annHeard = ann.meter();
            assertThat(annHeard.millisAbove(WHISPER, -20)).isGreaterThan(900);
            assertThat(first(annHeard, CALLER)).isGreaterThan(last(annHeard, WHISPER) + 1_000);
        }
    }

    private static long first(ToneMeter meter, int hertz) {
        for (long at = 0; at < meter.millis(); at += 100) {
            if (meter.part(at, at + 100).level(hertz) > -20) {
                return at;
            }
        }
        return Long.MAX_VALUE;
    }

    private static long last(ToneMeter meter, int hertz) {
        long last = -1;
        for (long at = 0; at < meter.millis(); at += 100) {
            if (meter.part(at, at + 100).level(hertz) > -20) {
                last = at;
            }
        }
        return last;
    }

    @Test
    void aCustomerIsCalledBackAndTalks() throws InterruptedException {
        int outsidePort = LocalPorts.free();
        EngineSetup setup =
                setup().talking(new Talks("trunk: outside, from: \"10060\"", outsidePort, Duration.ofSeconds(30), ""));
        try (Engine engine = Engine.start(setup);
                Phones phones = phones(engine);
                Phones outside =
                        Phones.open(engine.setup().sip(), "udp", outsidePort, LocalPorts.freeRun(PORTS), PORTS)) {
            Phone annsPhone = agent(engine, phones, "1001");
            Phone customersPhone = outside.phone("13900000009");
            engine.post("/api/callbacks", "{\"queue\":\"service\",\"number\":\"13900000009\"}");
            Ear ann = answering(annsPhone, ANN);
            PhoneCall rung = customersPhone.awaitCall(PATIENCE).awaitUp(PATIENCE);
            assertThat(rung.other()).isEqualTo("10060");
            Ear customer = Ear.at(rung, CALLER, folder);
            awaitState(engine, "1001", "talking");
            Stretch talk = stretch(List.of(customer, ann));
            customer.call().hangUp();
            customer.awaitEnded(PATIENCE);
            ann.awaitEnded(PATIENCE);
            talk.heard(customer, List.of(customer, ann), ann);
            talk.heard(ann, List.of(customer, ann), customer);
            JsonNode record = record(engine, "1001");
            assertThat(record.path("origin").asString("")).isEqualTo("callback");
            assertThat(story(record)).containsExactly("dialled", "connected");
        }
    }
}
