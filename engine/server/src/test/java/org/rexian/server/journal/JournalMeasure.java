package org.rexian.server.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rexian.acd.AcdCommand;
import org.rexian.server.FloorPlan;

/** Not a test: what keeping a command costs, and how fast a journal is replayed. {@code main [commands [a batch]]}. */
final class JournalMeasure {

    private JournalMeasure() {}

    public static void main(String[] arguments) throws IOException {
        int commands = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000_000;
        int batch = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 16;
        for (int run = 1; run <= 3; run++) {
            Path folder = Files.createTempDirectory("rexian-journal-measure");
            JournalSettings settings = new JournalSettings(folder, Fsync.every(5), Integer.MAX_VALUE, 2);
            Journal journal = Journal.open(settings, Recovery.recover(folder, List.of()), () -> 0);
            journal.append(new AcdCommand.Configure(1, FloorPlan.configuration()));
            long begin = System.nanoTime();
            for (int i = 0; i < commands; i++) {
                journal.append(command(i));
                if (i % batch == 0) {
                    journal.commit();
                }
            }
            journal.commit();
            long append = System.nanoTime() - begin;
            journal.close();
            begin = System.nanoTime();
            Recovery.recover(folder, List.of());
            long replay = System.nanoTime() - begin;
            System.out.printf(
                    "run %d: append %d ns a command in batches of %d, %d bytes each; replay %.0f commands a second%n",
                    run, append / commands, batch, journal.counters().bytes() / commands, commands * 1e9 / replay);
        }
    }

    /** A call every four: comes, is answered, ends, and the agent is ready again. */
    private static AcdCommand command(int i) {
        long at = 1_700_000_000_000L + i;
        return switch (i % 4) {
            case 0 -> FloorPlan.enqueue(at, at * 1000);
            case 1 -> new AcdCommand.SetPriority(at, (at - 1) * 1000, 3);
            case 2 -> new AcdCommand.Abandon(at, (at - 2) * 1000);
            default -> new AcdCommand.Tick(at);
        };
    }
}
