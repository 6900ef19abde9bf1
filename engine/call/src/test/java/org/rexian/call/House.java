package org.rexian.call;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.QueueDefinition;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AcdEvent;
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

    private final long startedNanos = System.nanoTime();
    private final AcdCore core = new AcdCore();
    private final MediaPlane media;
    private final BlockingQueue<CallRecord> records = new LinkedBlockingQueue<>();
    final List<AcdEvent> events = new CopyOnWriteArrayList<>();
    final CallCenter center;

    House(Path hotline, Map<String, InetSocketAddress> agents, Optional<Path> recordings) throws Exception {
        FlowLibrary library = FlowLibrary.load(hotline).library().orElseThrow();
        PromptStore prompts = new PromptStore();
        media = new MediaPlane(MediaSettings.defaults(), prompts, System::nanoTime);
        List<Account> accounts = new ArrayList<>();
        agents.forEach(
                (agent, phone) -> accounts.add(Account.at(agent, "sip:" + agent + "@127.0.0.1:" + phone.getPort())));
        SipSettings settings = SipSettings.defaults()
                .withListen(new ListenAddress(Transport.UDP, "127.0.0.1", 0))
                .withAccounts(accounts)
                .withTrunks(List.of(TrunkSettings.inboundOnly("carrier", "127.0.0.0/8")));
        Map<String, String> directory = new java.util.HashMap<>();
        agents.keySet().forEach(agent -> directory.put(agent, agent));
        center = new CallCenter(
                new CallSettings(recordings, true, hotline.resolve("system"), "en", FeatureCodes.defaults(), 5_000),
                NumberPlan.of(List.of(library)),
                new AgentDirectory(directory),
                media,
                this::send,
                new Observer(),
                user -> new SipEndpoint(settings, user, this::now),
                this::now);
        center.endpoint().start().get(10, SECONDS);
        send(new AcdCommand.Configure(now(), configuration(agents.keySet())));
        for (String agent : agents.keySet()) {
            send(new AcdCommand.Reachable(now(), agent, true));
            send(new AcdCommand.SignIn(now(), agent));
            send(new AcdCommand.Ready(now(), agent));
        }
    }

    private static AcdConfiguration configuration(Iterable<String> agents) {
        QueueDefinition queue = QueueDefinition.named("service").agentChoice(AgentChoice.LONGEST_IDLE).ringMillis(1_000).build();
        List<AgentDefinition> definitions = new ArrayList<>();
        agents.forEach(id -> definitions.add(new AgentDefinition(id, id, "", Map.of(), List.of("service"))));
        return new AcdConfiguration(List.of(queue), definitions);
    }

    private long now() {
        return 1_790_000_000_000L + (System.nanoTime() - startedNanos) / 1_000_000;
    }

    /** The router on the call loop: what the ring does with a thread of its own. */
    private boolean send(AcdCommand command) {
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
                      while-waiting: {music: moh, keys: {9: goodbye}}
                      otherwise: goodbye
                      after-talk: goodbye
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
        for (String name : List.of("signed-in", "signed-out", "ready", "not-ready", "wrap-up-ended", "not-possible")) {
            Tone.write(folder.resolve("system/en/" + name + ".wav"), 600, 100);
        }
        Tone.write(folder.resolve("system/common/music-on-hold.wav"), 700, 1_000);
        return folder;
    }
}
