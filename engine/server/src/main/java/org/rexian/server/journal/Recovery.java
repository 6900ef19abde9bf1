package org.rexian.server.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.CommandCodec;
import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.Malformed;
import org.rexian.server.journal.LogFolder.Numbered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the router back: the newest snapshot that is whole, and the commands behind it. Says in the log what was found, how long it
 * took and what was lost. For the start, on one thread.
 */
public final class Recovery {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    private final LogFolder folder;
    private final List<Keepsake> keepsakes;
    private final List<Path> damaged = new ArrayList<>();
    private AcdCore core = new AcdCore();
    private Optional<AcdConfiguration> configuration = Optional.empty();
    private long snapshotSequence;
    private long sequence;
    private long lastAt;

    private Recovery(Path folder, List<Keepsake> keepsakes) {
        this.folder = new LogFolder(folder, Content.COMMANDS);
        this.keepsakes = List.copyOf(keepsakes);
    }

    /**
     * Reads the journal in {@code folder}, which need not be there yet.
     *
     * @param keepsakes folds that are restored with the router
     * @throws JournalDamaged when going on would lose something silently
     */
    public static Recovered recover(Path folder, List<Keepsake> keepsakes) throws IOException {
        return new Recovery(folder, keepsakes).recover();
    }

    private Recovered recover() throws IOException {
        long begin = System.nanoTime();
        fromSnapshot();
        keepsakes.forEach(keepsake -> keepsake.fold().ifPresent(core::follow));
        LogReader.End end = LogReader.read(folder, snapshotSequence, this::replay);
        String lost = settle(end);
        for (Path file : damaged) {
            setAside(file, ".damaged");
        }
        keepsakes.forEach(Keepsake::onBatchEnd);
        long millis = (System.nanoTime() - begin) / 1_000_000;
        if (sequence == 0) {
            log.info("no journal in {}: the floor begins empty", folder.path());
        } else {
            log.info(
                    "the router is back as of command {} ({}, {} commands after it) in {} ms; {}",
                    sequence,
                    snapshotSequence > 0 ? "snapshot at " + snapshotSequence : "no snapshot",
                    sequence - snapshotSequence,
                    millis,
                    lost);
        }
        return new Recovered(core, sequence, lastAt, configuration, snapshotSequence, keepsakes);
    }

    private void fromSnapshot() throws IOException {
        for (Numbered file : folder.snapshots().reversed()) {
            try {
                take(Snapshot.read(file.file()));
                return;
            } catch (Malformed e) {
                damaged.add(file.file());
                log.warn(
                        "snapshot {} can't be used ({} at byte {}); the one before it and the journal take its place",
                        file.file(),
                        e.reason(),
                        e.offset());
            }
        }
    }

    private void take(Snapshot snapshot) throws Malformed {
        core = AcdCore.readSnapshot(snapshot.router());
        configuration = snapshot.configuration();
        snapshotSequence = snapshot.sequence();
        sequence = snapshotSequence;
        lastAt = snapshot.at();
        for (Keepsake keepsake : keepsakes) {
            BytesIn part = snapshot.keepsakes().get(keepsake.name());
            try {
                if (part != null) {
                    keepsake.read(part);
                }
            } catch (Malformed e) {
                log.warn("{} begin from nothing: their part of the snapshot says {}", keepsake.name(), e.reason());
            }
        }
    }

    private void replay(long number, BytesIn payload) throws Malformed {
        AcdCommand command = CommandCodec.read(payload);
        payload.end();
        sequence = number;
        lastAt = Math.max(lastAt, command.at());
        if (command instanceof AcdCommand.Configure configure) {
            configuration = Optional.of(configure.configuration());
        }
        try {
            core.apply(command, this::tell);
        } catch (RuntimeException e) { // as it did when it was first applied: the router goes on with the next
            log.error("the router failed again at command {}: {}", number, command, e);
        }
    }

    private void tell(AcdEvent event) {
        for (int i = 0; i < keepsakes.size(); i++) {
            keepsakes.get(i).onEvent(event);
        }
    }

    /** Makes the files fit to go on behind them; what was lost, in words. */
    private String settle(LogReader.End end) throws IOException {
        return switch (end) {
            case LogReader.End.Whole _ -> "nothing was lost";
            case LogReader.End.Torn torn -> {
                cut(torn);
                yield "cut off the torn end of " + torn.file() + " at byte " + torn.offset() + " (" + torn.reason()
                        + "): "
                        + torn.bytes() + " bytes that were never forced to the disk"
                        + (torn.records() > 0 ? ", and with them " + torn.records() + " readable commands" : "");
            }
            case LogReader.End.Gap gap -> {
                setAside(folder.segments(), gap.resumed());
                yield "lost for good: the disk had refused the commands from " + (gap.last() + 1) + " to "
                        + (gap.resumed() - 1) + ", and without them " + gap.records() + " later ones are of no use";
            }
            case LogReader.End.Corrupt bad ->
                throw new JournalDamaged("the journal is damaged: " + bad.file() + ":"
                        + bad.offset() + ": " + bad.reason() + ". Commands up to " + bad.last()
                        + " can be read. So that nothing is lost silently, the engine does not start: put back the file from a"
                        + " copy, or move " + folder.path()
                        + " away to begin with an empty floor (agents sign in again, figures of the day begin at 0)."
                        + " 'rexian journal " + folder.path() + " --verify' shows what can be read.");
        };
    }

    private void cut(LogReader.End.Torn torn) throws IOException {
        if (torn.offset() < SegmentHeader.LENGTH) {
            setAside(torn.file(), ".torn");
        } else {
            try (FileChannel file = FileChannel.open(torn.file(), StandardOpenOption.WRITE)) {
                file.truncate(torn.offset());
                file.force(true);
            }
        }
        setAside(folder.segments(), torn.last() + 1);
        folder.force();
    }

    /** Segments from this record on begin with what can't be used. */
    private static void setAside(List<Numbered> segments, long from) throws IOException {
        for (Numbered segment : segments) {
            if (segment.sequence() >= from) {
                setAside(segment.file(), ".lost");
            }
        }
    }

    private static void setAside(Path file, String suffix) throws IOException {
        Files.move(file, file.resolveSibling(file.getFileName() + suffix), StandardCopyOption.REPLACE_EXISTING);
    }
}
