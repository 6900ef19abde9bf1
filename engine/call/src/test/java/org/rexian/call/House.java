package org.rexian.call;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.QueueDefinition;
import org.rexian.ivr.FlowLibrary;
import org.rexian.media.MediaPlane;
import org.rexian.media.MediaSettings;
import org.rexian.media.PromptStore;
import org.rexian.sip.Account;
import org.rexian.sip.SipEndpoint;
import org.rexian.sip.SipSettings;
import org.rexian.sip.TrunkSettings;
import org.rexian.sip.transport.ListenAddress;
import org.rexian.sip.transport.Transport;

/** A whole house on loopback: endpoint, audio, router and calls, wired as the server wires them but for ring and disk. */
final class House implements AutoCloseable {

    /** An account that is no agent's own. */
    static final String DESK = "desk";

    private final long startedNanos = System.nanoTime();
    private final AcdCore core = new AcdCore();
    private final MediaPlane media;
    private final BlockingQueue<CallRecord> records = new LinkedBlockingQueue<>();
    final List<AcdEvent> events = new CopyOnWriteArrayList<>();
    private final List<AcdCommand> commands = new CopyOnWriteArrayList<>();
    final CallCenter center;

    /**
     * What a house may have beyond its phones.
     *
     * @param outside where the trunk is, for calls that we make
     * @param choice how {@code service} picks agents
     */
    record Plan(TalkSettings talk, Optional<InetSocketAddress> outside, AgentChoice choice) {
        static Plan plain() {
            return new Plan(TalkSettings.defaults(), Optional.empty(), AgentChoice.LONGEST_IDLE);
        }

        Plan outside(InetSocketAddress at) {
            return new Plan(talk, Optional.of(at), choice);
        }

        /** Agents who are asked for by number are waited for no longer than this. */
        Plan waitingForAgent(long millis) {
            TalkSettings next = new TalkSettings(
                    talk.codes(),
                    talk.openings(),
                    talk.agentLost(),
                    millis,
                    talk.extendWrapUpMillis(),
                    talk.autoAnswer());
            return new Plan(next, outside, choice);
        }

        Plan ringingAll() {
            return new Plan(talk, outside, AgentChoice.RING_ALL);
        }

        Plan opening(OpeningWords words) {
            TalkSettings usual = TalkSettings.defaults();
            return new Plan(
                    new TalkSettings(
                            usual.codes(),
                            Map.of("service", words),
                            usual.agentLost(),
                            usual.directWaitMillis(),
                            usual.extendWrapUpMillis(),
                            Set.of("1001")),
                    outside,
                    choice);
        }
    }

    House(Path hotline, Map<String, InetSocketAddress> agents, Optional<Path> recordings, Plan plan) throws Exception {
        FlowLibrary library = FlowLibrary.load(hotline).library().orElseThrow();
        PromptStore prompts = new PromptStore();
        media = new MediaPlane(MediaSettings.defaults(), prompts, System::nanoTime);
        List<Account> accounts = new ArrayList<>();
        agents.forEach(
                (agent, phone) -> accounts.add(Account.at(agent, "sip:" + agent + "@127.0.0.1:" + phone.getPort())));
        SipSettings settings = SipSettings.defaults()
                .withListen(new ListenAddress(Transport.UDP, "127.0.0.1", 0))
                .withAccounts(accounts)
                .withTrunks(trunks(plan));
        Map<String, String> directory = new LinkedHashMap<>(); // signing in in the order of the plan
        agents.keySet().stream().filter(each -> !each.equals(DESK)).forEach(agent -> directory.put(agent, agent));
        center = new CallCenter(
                settings(hotline, recordings, plan, configuration(agents.keySet(), plan)),
                NumberPlan.of(List.of(library)),
                new AgentDirectory(everybody(agents.keySet()), directory, Set.of(DESK)),
                media,
                this::send,
                new Observer(),
                user -> new SipEndpoint(settings, user, this::now),
                this::now);
        center.endpoint().start().get(10, SECONDS);
        send(new AcdCommand.Configure(now(), configuration(agents.keySet(), plan)));
        for (String agent : directory.keySet()) {
            send(new AcdCommand.Reachable(now(), agent, true));
            send(new AcdCommand.SignIn(now(), agent));
            send(new AcdCommand.Ready(now(), agent));
        }
    }

    private static List<TrunkSettings> trunks(Plan plan) {
        return plan.outside()
                .map(at -> new TrunkSettings(
                        "carrier", List.of("127.0.0.0/8"), "127.0.0.1", at.getPort(), Transport.UDP, Optional.empty()))
                .map(List::of)
                .orElseGet(() -> List.of(TrunkSettings.inboundOnly("carrier", "127.0.0.0/8")));
    }

    private static CallSettings settings(
            Path hotline, Optional<Path> recordings, Plan plan, AcdConfiguration configuration) {
        Optional<Directory.Outside> outside = plan.outside()
                .map(at -> new Directory.Outside(
                        "carrier",
                        "127.0.0.1:" + at.getPort(),
                        "",
                        10_000,
                        new Directory.CallbackTerms(3_600_000, 1, 0)));
        return new CallSettings(
                recordings,
                true,
                hotline.resolve("system"),
                "en",
                FeatureCodes.defaults(),
                5_000,
                plan.talk(),
                new Directory(List.of("service", "sales"), Map.of("80", "sales"), outside, "direct"),
                Rights.of(configuration));
    }

    /** All agents serve {@code service} but 1003, who alone serves {@code sales}; 1009 supervises all others and serves none. */
    private static AcdConfiguration configuration(Set<String> agents, Plan plan) {
        List<QueueDefinition> queues = List.of(
                QueueDefinition.named("service")
                        .agentChoice(plan.choice())
                        .ringMillis(1_000)
                        .build(),
                QueueDefinition.named("sales").ringMillis(1_000).build(),
                QueueDefinition.named("direct").ringMillis(1_000).build());
        List<AgentDefinition> definitions = new ArrayList<>();
        everybody(agents).forEach(id -> definitions.add(agent(id)));
        return new AcdConfiguration(queues, definitions);
    }

    /** At the shared desk sits nobody at first; 1007 has no phone but that. */
    private static Set<String> everybody(Set<String> accounts) {
        return accounts.stream()
                .map(each -> each.equals(DESK) ? "1007" : each)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static AgentDefinition agent(String id) {
        return switch (id) {
            case "1009" ->
                new AgentDefinition(id, id, "", Map.of(), List.of("direct"), OptionalLong.empty(), List.of("a"), 1);
            case "1003" -> new AgentDefinition(id, id, "a", Map.of(), List.of("sales", "direct"));
            default -> new AgentDefinition(id, id, "a", Map.of(), List.of("service", "direct"));
        };
    }

    private long now() {
        return 1_790_000_000_000L + (System.nanoTime() - startedNanos) / 1_000_000;
    }

    /** The router on the call loop: what the ring does with a thread of its own. */
    private boolean send(AcdCommand command) {
        commands.add(command);
        center.endpoint().loop().execute(() -> {
            List<AcdEvent> caused = new ArrayList<>();
            core.apply(command, caused::add);
            events.addAll(caused);
            caused.forEach(center::onAcdEvent);
            long due = core.nextDeadline();
            if (due != Long.MAX_VALUE) {
                center.endpoint().timers().schedule(due, () -> tick(due));
            }
        });
        return true;
    }

    private void tick(long due) {
        if (core.nextDeadline() <= due) {
            send(new AcdCommand.Tick(now()));
        }
    }

    /** How many commands of a kind the router was sent. */
    long asked(Class<? extends AcdCommand> kind) {
        return commands.stream().filter(kind::isInstance).count();
    }

    /** A command from outside the calls. */
    void ask(AcdCommand command) {
        send(command);
    }

    long time() {
        return now();
    }

    InetSocketAddress address() {
        return center.endpoint().boundAddresses().getFirst().address();
    }

    CallRecord record() throws InterruptedException {
        CallRecord record = records.poll(20, SECONDS);
        assertThat(record).as("a call record within 20 s").isNotNull();
        return record;
    }

    @Override
    public void close() {
        media.close();
        center.endpoint().close();
    }

    private final class Observer implements CallObserver {
        @Override
        public void onCallStarted(long at, long id, String origin, String from, String to) {}

        @Override
        public void onCallEnded(CallRecord record) {
            records.add(record);
        }
    }

    /** A hotline of one number: a greeting, then the queue, then goodbye. */
    static Path hotline(Path folder) throws java.io.IOException {
        Files.createDirectories(folder.resolve("flows"));
        Files.createDirectories(folder.resolve("prompts/en"));
        Files.writeString(folder.resolve("hotline.yaml"), """
            version: 1
            name: test
            languages: [en]
            zone: UTC
            numbers:
              "10060": {flow: main}
              "10061": {flow: bye}
            queues: [service]
            """);
        Files.writeString(folder.resolve("flows/main.yaml"), """
            flow: main
            steps:
              agent:
                queue:
                  name: service
                  while-waiting:
                    music: moh
                    announce: {say: announced, first: 1ms, every: 500ms}
                    keys: {9: goodbye}
                    callback: {key: 1, then: promised}
                  otherwise: goodbye
                  after-talk: goodbye
              promised:
                end: {say: goodbye, outcome: callback}
              goodbye:
                end: {say: goodbye, outcome: done}
            """);
        Files.writeString(folder.resolve("flows/bye.yaml"), """
            flow: bye
            variables: {digits: 0}
            steps:
              count: {set: {digits: int(call.caller)}, then: goodbye}
              goodbye:
                end: {say: goodbye, outcome: self-service}
            """);
        Tone.write(folder.resolve("prompts/en/goodbye.wav"), 440, 200);
        Tone.write(folder.resolve("prompts/en/moh.wav"), 500, 1_000);
        Tone.write(folder.resolve("prompts/en/announced.wav"), 550, 2_000);
        platformPrompts(folder);
        return folder;
    }

    private static void platformPrompts(Path folder) throws java.io.IOException {
        for (String name : List.of(
                "signed-in",
                "signed-out",
                "ready",
                "not-ready",
                "wrap-up-ended",
                "not-possible",
                "wrap-up-extended",
                "queue-opened",
                "queue-closed",
                "excuse",
                "callback",
                "agent-number-before",
                "agent-number-after",
                "digit-1",
                "digit-0")) {
            Tone.write(folder.resolve("system/en/" + name + ".wav"), 600, 100);
        }
        Tone.write(folder.resolve("system/common/music-on-hold.wav"), 700, 1_000);
        Tone.write(folder.resolve("system/common/ringback.wav"), 450, 1_000);
    }
}
