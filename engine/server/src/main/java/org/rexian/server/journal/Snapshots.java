package org.rexian.server.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdCore;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.server.journal.LogFolder.Numbered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes snapshots of the router: into memory on the ACD thread, from there to the disk on another. Then whatever lies behind the
 * oldest snapshot that is kept is deleted.
 */
final class Snapshots {

    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
    private static final long LONGEST_MILLIS = 5 * 60_000;

    private final LogFolder folder;
    private final JournalSettings settings;
    private final List<Keepsake> keepsakes;
    private final LongSupplier clock;
    private final JournalCounters counters;
    private final ExecutorService disk = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("rexian-snapshots").factory());
    private Optional<AcdConfiguration> configuration;
    private long lastCommandAt;
    private long takenSequence;
    private long takenAt;
    private int size = 1 << 16;
    private volatile boolean busy;
    private volatile long written = -1;

    Snapshots(
            LogFolder folder,
            JournalSettings settings,
            Recovered recovered,
            LongSupplier clock,
            JournalCounters counters) {
        this.folder = folder;
        this.settings = settings;
        this.keepsakes = recovered.keepsakes();
        this.clock = clock;
        this.counters = counters;
        this.configuration = recovered.configuration();
        this.lastCommandAt = recovered.lastAt();
        this.takenSequence = recovered.snapshotSequence();
        this.takenAt = clock.getAsLong();
    }

    /** What a snapshot tells beside the router's own state. */
    void seen(AcdCommand command) {
        lastCommandAt = Math.max(lastCommandAt, command.at());
        if (command instanceof AcdCommand.Configure configure) {
            configuration = Optional.of(configure.configuration());
        }
    }

    void takeIfDue(AcdCore core, long sequence) {
        long commands = sequence - takenSequence;
        if (commands >= settings.snapshotEvery() || (commands > 0 && clock.getAsLong() - takenAt >= LONGEST_MILLIS)) {
            take(core, sequence);
        }
    }

    /** Between two turns, when everything up to {@code sequence} is applied and told. */
    void take(AcdCore core, long sequence) {
        if (busy) {
            return;
        }
        long begin = System.nanoTime();
        BytesOut part = new BytesOut(size);
        core.writeSnapshot(part);
        BytesOut whole =
                Snapshot.begin(new BytesOut(part.length() + (1 << 16)), sequence, lastCommandAt, configuration);
        whole.block(part.array(), part.length()).count(keepsakes.size());
        for (Keepsake keepsake : keepsakes) {
            part.cut(0);
            keepsake.write(part);
            whole.text(keepsake.name()).block(part.array(), part.length());
        }
        size = Math.max(part.array().length, 1 << 16);
        takenSequence = sequence;
        takenAt = clock.getAsLong();
        busy = true;
        counters.snapshotTook(System.nanoTime() - begin);
        disk.execute(() -> write(whole, sequence));
    }

    private void write(BytesOut snapshot, long sequence) {
        try {
            Snapshot.seal(snapshot);
            save(snapshot, folder.snapshot(sequence));
            written = sequence;
            counters.snapshot(clock.getAsLong(), snapshot.length());
            prune();
        } catch (IOException e) {
            counters.snapshotFailed();
            log.warn("no snapshot at command {}: {}; the one before and the journal stay", sequence, e.getMessage());
        } finally {
            busy = false;
        }
    }

    /** Under its name only when it is whole and on the disk. */
    private void save(BytesOut snapshot, Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(snapshot.array(), 0, snapshot.length());
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        folder.force();
    }

    private void prune() throws IOException {
        List<Numbered> snapshots = folder.snapshots();
        int first = Math.max(0, snapshots.size() - settings.keep());
        for (Numbered old : snapshots.subList(0, first)) {
            Files.deleteIfExists(old.file());
        }
        long oldest = snapshots.get(first).sequence();
        List<Numbered> segments = folder.segments();
        for (int i = 0; i + 1 < segments.size() && segments.get(i + 1).sequence() <= oldest + 1; i++) {
            Files.deleteIfExists(segments.get(i).file());
        }
    }

    /** The newest snapshot that was asked for is on the disk. */
    boolean newestWritten() {
        return written == takenSequence;
    }

    /** Waits for the one that is being written. */
    void close() {
        disk.close();
    }
}
