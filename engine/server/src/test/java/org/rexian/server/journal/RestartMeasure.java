package org.rexian.server.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.ContactKind;
import org.rexian.acd.EndedBy;
import org.rexian.acd.QueueDefinition;

/**
 * Not a test: how long the router takes to come back (A4). {@code write FOLDER COMMANDS} plays calls with 2,000 agents and 5,000 waiting
 * in 40 queues into a journal, snapshots on; {@code restart FOLDER} in a JVM of its own brings it back.
 */
final class RestartMeasure {

    private static final int AGENTS = 2_000;
    private static final int WAITING = 5_000;
    private static final int QUEUES = 40;
    private static final int BATCH = 16;

    private final AcdCore core = new AcdCore();
    private final Journal journal;
    private final ArrayDeque<Long> talking = new ArrayDeque<>();
    private final ArrayDeque<Long> offers = new ArrayDeque<>();
    private long now = 1_700_000_000_000L;
    private long commands;
    private long contacts;
    private long longestSnapshotNanos;

    private RestartMeasure(Path folder) throws IOException {
        JournalSettings settings = new JournalSettings(folder, Fsync.every(5), 100_000, 2);
        journal = Journal.open(settings, Recovery.recover(folder, List.of()), () -> now);
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals("write")) {
            new RestartMeasure(folder).write(Long.parseLong(arguments[2]));
        } else {
            long begin = System.nanoTime();
            Recovered back = Recovery.recover(folder, List.of());
            System.out.printf(
                    Locale.ROOT,
                    "command %,d, %,d agents, %,d contacts, back in %,d ms%n",
                    back.sequence(),
                    back.core().agents().size(),
                    back.core().contacts().size(),
                    (System.nanoTime() - begin) / 1_000_000);
        }
    }

    private void write(long count) throws IOException {
        tell(new AcdCommand.Configure(now, configuration()));
        for (int i = 0; i < WAITING + AGENTS; i++) {
            enqueue();
        }
        for (int i = 0; i < AGENTS; i++) {
            tell(new AcdCommand.SignIn(now, "a" + i));
            tell(new AcdCommand.Ready(now, "a" + i));
            accept();
        }
        while (commands < count) {
            now++;
            tell(new AcdCommand.TalkEnded(now, talking.remove(), EndedBy.CALLER));
            accept();
            enqueue();
            if (core.nextDeadline() <= now) {
                tell(new AcdCommand.Tick(now));
            }
        }
        journal.commit();
        journal.close();
        System.out.printf(
                Locale.ROOT,
                "%,d commands, longest stop for a snapshot %.1f ms%n",
                commands,
                longestSnapshotNanos / 1e6);
    }

    private void enqueue() {
        String queue = "q" + contacts % QUEUES;
        tell(new AcdCommand.Enqueue(now, ++contacts, ContactKind.VOICE, queue, "", "", 0, Map.of("call", "1")));
    }

    private void accept() {
        while (!offers.isEmpty()) {
            tell(new AcdCommand.OfferAccepted(now, offers.remove()));
        }
    }

    private void tell(AcdCommand command) {
        journal.append(command);
        core.apply(command, this::see);
        if (++commands % BATCH == 0) {
            journal.commit();
            long begin = System.nanoTime();
            journal.afterTurn(core);
            longestSnapshotNanos = Math.max(longestSnapshotNanos, System.nanoTime() - begin);
        }
    }

    private void see(AcdEvent event) {
        switch (event) {
            case AcdEvent.AgentOffered offered -> offers.add(offered.offer());
            case AcdEvent.Connected connected -> talking.add(connected.contact());
            case AcdEvent.CommandRejected rejected -> throw new IllegalStateException(rejected.toString());
            default -> {}
        }
    }

    private static AcdConfiguration configuration() {
        List<QueueDefinition> queues = new ArrayList<>();
        for (int q = 0; q < QUEUES; q++) {
            queues.add(QueueDefinition.named("q" + q).build());
        }
        List<AgentDefinition> agents = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            List<String> serves = List.of("q" + i % QUEUES, "q" + (i + 11) % QUEUES, "q" + (i + 22) % QUEUES);
            agents.add(new AgentDefinition("a" + i, "Agent " + i, "t" + i % 50, Map.of("s" + i % QUEUES, 5), serves));
        }
        return new AcdConfiguration(queues, agents);
    }
}
