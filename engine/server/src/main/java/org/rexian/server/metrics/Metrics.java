package org.rexian.server.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.rexian.server.acd.AcdRing;
import org.rexian.server.acd.LoopWatchdog;
import org.rexian.server.http.EventStream;
import org.rexian.server.journal.JournalCounters;
import org.rexian.server.storage.CallRecordWriter;

/**
 * The registry behind {@code /metrics}. What a component counts for itself is read when Prometheus asks; nothing here
 * costs a call anything but {@link CallMetrics} and {@link RouterMetrics}.
 */
public final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<Runnable> beforePages = new CopyOnWriteArrayList<>();
    private final JvmGcMetrics collector = new JvmGcMetrics();

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collector.bindTo(registry);
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    /** A figure that only grows; read when asked. */
    public <T> void counter(String name, String help, T from, ToDoubleFunction<T> read) {
        FunctionCounter.builder(name, from, read).description(help).register(registry);
    }

    /** The same, one of several that differ in a label. */
    public <T> void counter(String name, String help, String label, String value, T from, ToDoubleFunction<T> read) {
        FunctionCounter.builder(name, from, read)
                .description(help)
                .tag(label, value)
                .register(registry);
    }

    /** A figure that goes up and down; read when asked. */
    public <T> void gauge(String name, String help, T from, ToDoubleFunction<T> read) {
        Gauge.builder(name, from, read).description(help).strongReference(true).register(registry);
    }

    /** The router's ring. */
    public void ring(AcdRing ring) {
        counter("rexian.acd.commands", "Commands that the router carried out, ticks included.", ring, AcdRing::applied);
        counter("rexian.acd.refused", "Contacts refused because the ring was full.", ring, AcdRing::refused);
        counter("rexian.acd.failures", "Commands that failed by a mistake of ours.", ring, AcdRing::failures);
        gauge("rexian.acd.waiting", "Commands that wait for the router.", ring, AcdRing::waiting);
    }

    /** A loop's turns. */
    public void loop(LoopWatchdog loop) {
        loop(loop.loop(), loop, LoopWatchdog::slowTurns);
    }

    /** The same for a loop that counts them itself. */
    <T> void loop(String name, T from, ToDoubleFunction<T> slowTurns) {
        counter(
                "rexian.loop.slow.turns",
                "Turns of a loop that took longer than " + LoopWatchdog.LIMIT_MILLIS + " ms.",
                "loop",
                name,
                from,
                slowTurns);
    }

    /** Counters of one name whose label values turn up as things happen; {@code read} gives all of them, few and for ever. */
    void labels(String name, String help, String label, Supplier<Map<String, Long>> read) {
        Set<String> known = ConcurrentHashMap.newKeySet();
        beforePages.add(() -> read.get().keySet().stream()
                .filter(known::add)
                .forEach(value ->
                        counter(name, help, label, value, read, all -> all.get().getOrDefault(value, 0L))));
    }

    /** Call records on their way to the database. */
    public void records(CallRecordWriter writer) {
        CallRecordWriter.RecordCounters counters = writer.counters();
        counter("rexian.records.written", "Call records written to the database.", counters, c -> c.written());
        counter("rexian.records.spilled", "Call records put into a file instead.", counters, c -> c.spilled());
        counter("rexian.records.lost", "Call records lost.", counters, c -> c.lost());
        counter("rexian.records.write.failures", "Writes of records that failed.", counters, c -> c.failures());
        gauge("rexian.records.waiting", "Call records that wait to be written.", writer, CallRecordWriter::waiting);
    }

    /** What keeps the router's commands. */
    public void journal(JournalCounters journal, LongSupplier clock) {
        counter("rexian.journal.bytes", "Bytes written to the journal.", journal, JournalCounters::bytes);
        counter(
                "rexian.journal.commits",
                "Batches of commands written to the journal.",
                journal,
                JournalCounters::commits);
        counter("rexian.journal.fsyncs", "Times the journal was forced to the disk.", journal, JournalCounters::forces);
        counter("rexian.journal.fsync.seconds", "Time that took.", journal, JournalCounters::forceSeconds);
        gauge(
                "rexian.journal.fsync.longest.seconds",
                "The longest of them.",
                journal,
                JournalCounters::longestForceSeconds);
        gauge(
                "rexian.journal.degraded",
                "1 while the disk refuses the journal: a crash would lose what the router does.",
                journal,
                from -> from.degraded() ? 1 : 0);
        gauge(
                "rexian.journal.snapshot.age.seconds",
                "Since the last snapshot of the router in this run; -1 before the first.",
                journal,
                from -> from.snapshotAt() == 0 ? -1 : (clock.getAsLong() - from.snapshotAt()) / 1000.0);
        gauge("rexian.journal.snapshot.bytes", "Size of the last snapshot.", journal, JournalCounters::snapshotBytes);
        gauge(
                "rexian.journal.snapshot.stall.seconds",
                "The longest that a snapshot has kept the router waiting.",
                journal,
                JournalCounters::longestSnapshotStallSeconds);
        counter(
                "rexian.journal.snapshot.failures",
                "Snapshots that could not be written.",
                journal,
                JournalCounters::snapshotFailures);
    }

    /** Event streams. */
    public void streams(EventStream stream) {
        gauge("rexian.streams.open", "Event streams open.", stream, EventStream::open);
        counter(
                "rexian.streams.dropped",
                "Event streams closed because of a slow client.",
                stream,
                EventStream::dropped);
    }

    /** The page in Prometheus' text format. */
    public String page() {
        beforePages.forEach(Runnable::run);
        return registry.scrape();
    }

    @Override
    public void close() {
        collector.close();
        registry.close();
    }
}
