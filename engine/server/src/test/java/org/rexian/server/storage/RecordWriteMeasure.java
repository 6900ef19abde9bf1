package org.rexian.server.storage;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.rexian.server.config.StorageConfiguration;

/**
 * Measures how many records a second the writer sustains and what CPU a record costs. Run by hand:
 * {@code java -cp target/test-classes:target/classes:target/lib/* org.rexian.server.storage.RecordWriteMeasure [records] [folder]}
 */
final class RecordWriteMeasure {

    private RecordWriteMeasure() {}

    public static void main(String[] args) throws IOException {
        int records = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        Path folder = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("records");
        StorageConfiguration settings =
                new StorageConfiguration(folder.resolve("measure.db"), folder.resolve("spill"), 50_000, 1000, 2000);
        try (Database database = Database.open(settings.database())) {
            long begin = System.nanoTime();
            CallRecordWriter writer = CallRecordWriter.start(database, settings);
            for (int id = 1; id <= records; id++) {
                while (writer.waiting() >= settings.queue() - 1) {
                    Thread.onSpinWait();
                }
                writer.offer(Records.call(id));
            }
            long cpu = cpu("rexian-records");
            writer.close();
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "%d records in %.2f s: %.0f/s, writer's CPU about %.1f us a record, lost %d, file %d MB%n",
                    writer.counters().written(),
                    seconds,
                    writer.counters().written() / seconds,
                    cpu / 1e3 / records,
                    writer.counters().lost(),
                    Files.size(settings.database()) >> 20);
        }
    }

    private static long cpu(String threadName) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals(threadName))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }
}
