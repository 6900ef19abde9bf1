package org.rexian.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.server.journal.LogReader.End;

/** How a log ends: whole, torn by a crash, or damaged. Records are numbers as text here. */
class LogReaderTest {

    @TempDir
    Path path;

    private LogFolder folder = new LogFolder(Path.of("."), Content.COMMANDS);
    private final List<Long> read = new ArrayList<>();

    @BeforeEach
    void open() {
        folder = new LogFolder(path, Content.COMMANDS);
    }

    private SegmentLog log(long next, long previous, Fsync fsync, long rotate) throws IOException {
        return new SegmentLog(folder, next, previous, fsync, SegmentFiles.DISK, () -> 1_000, rotate);
    }

    /** One commit a record. */
    private static void write(SegmentLog log, int records) throws IOException {
        for (int i = 0; i < records; i++) {
            log.begin().text("r" + log.sequence());
            log.end();
            log.commit();
        }
    }

    private End readAfter(long after) throws IOException {
        read.clear();
        return LogReader.read(folder, after, (sequence, payload) -> {
            assertThat(payload.text()).isEqualTo("r" + sequence);
            payload.end();
            read.add(sequence);
        });
    }

    private Path segment(int index) throws IOException {
        return folder.segments().get(index).file();
    }

    private static void flip(Path file, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int was = bytes.read();
            bytes.seek(at);
            bytes.write(was ^ 0x40);
        }
    }

    private static void cut(Path file, long length) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(length);
        }
    }

    @Test
    void whatWasWrittenIsReadAcrossSegmentsFromAnyRecordOn() throws IOException {
        SegmentLog log = log(1, 0, Fsync.OS, 600);
        write(log, 100);
        log.close();
        assertThat(folder.segments().size()).isGreaterThan(3);
        for (long after : new long[] {0, 1, 42, 99, 100}) {
            assertThat(readAfter(after)).isEqualTo(new End.Whole(100));
            assertThat(read).hasSize((int) (100 - after));
        }
        assertThat(readAfter(500)).isEqualTo(new End.Whole(500));
    }

    @Test
    void aTailTornAnywhereLosesThatRecordAlone() throws IOException {
        SegmentLog log = log(1, 0, Fsync.OS, 1 << 20);
        write(log, 5);
        log.close();
        Path file = segment(0);
        byte[] whole = Files.readAllBytes(file);
        int record = Records.Version1.HEAD + 3;
        for (int lost = 1; lost < record; lost++) {
            Files.write(file, whole);
            cut(file, whole.length - lost);
            assertThat(readAfter(0)).as("%d bytes lost", lost).isInstanceOfSatisfying(End.Torn.class, torn -> {
                assertThat(torn.last()).isEqualTo(4);
                assertThat(torn.offset()).isEqualTo(whole.length - record);
            });
            assertThat(read).containsExactly(1L, 2L, 3L, 4L);
        }
        cut(file, whole.length - record);
        assertThat(readAfter(0)).isEqualTo(new End.Whole(4));
    }

    @Test
    void aHeaderThatIsTornIsATailToo() throws IOException {
        write(log(1, 0, Fsync.OS, 1 << 20), 5);
        Files.write(folder.segment(6), new byte[20]);
        assertThat(readAfter(0)).isInstanceOfSatisfying(End.Torn.class, torn -> {
            assertThat(torn.file()).isEqualTo(folder.segment(6));
            assertThat(torn.last()).isEqualTo(5);
        });
    }

    @Test
    void zerosBehindTheEndAreATornTail() throws IOException {
        write(log(1, 0, Fsync.OS, 1 << 20), 5);
        Path file = segment(0);
        long size = Files.size(file);
        cut(file, size + 4096);
        assertThat(readAfter(0))
                .isInstanceOfSatisfying(
                        End.Torn.class, torn -> assertThat(torn.offset()).isEqualTo(size));
        assertThat(read).hasSize(5);
    }

    @Test
    void damageBeforeRecordsThatCameAfterASyncIsRefusedWithItsPlace() throws IOException {
        SegmentLog log = log(1, 0, Fsync.ALWAYS, 1 << 20);
        write(log, 50);
        log.close();
        byte[] whole = Files.readAllBytes(segment(0));
        long tenth = SegmentHeader.LENGTH + 9L * (Records.Version1.HEAD + 3);
        for (int at = 0; at < Records.Version1.HEAD + 3; at++) {
            Files.write(segment(0), whole);
            flip(segment(0), tenth + at);
            assertThat(readAfter(0)).as("byte %d of the record", at).isInstanceOfSatisfying(End.Corrupt.class, bad -> {
                assertThat(bad.file()).isEqualTo(folder.segment(1));
                assertThat(bad.offset()).isEqualTo(tenth);
                assertThat(bad.last()).isEqualTo(9);
            });
        }
    }

    @Test
    void aHoleInWhatWasNeverSyncedIsATornTail() throws IOException {
        SegmentLog log = log(1, 0, Fsync.every(5), 1 << 20);
        write(log, 10);
        log.settle();
        write(log, 10); // the disk had 10 when these were written
        flip(segment(0), Files.size(segment(0)) - 3 * (Records.Version1.HEAD + 4));
        assertThat(readAfter(0)).isInstanceOfSatisfying(End.Torn.class, torn -> {
            assertThat(torn.last()).isEqualTo(17);
            assertThat(torn.records()).isEqualTo(2);
        });
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        write(log(1, 0, Fsync.ALWAYS, 600), 100);
        Files.delete(segment(2));
        assertThat(readAfter(0))
                .isInstanceOfSatisfying(
                        End.Corrupt.class, bad -> assertThat(bad.reason()).contains("a file is missing"));
        Files.delete(segment(0));
        assertThat(readAfter(0)).isInstanceOf(End.Corrupt.class);
    }

    @Test
    void aSegmentThatWasBegunBehindAGoodRecordMakesTheRestOfTheOneBeforeMeaningless() throws IOException {
        write(log(1, 0, Fsync.ALWAYS, 1 << 20), 5);
        cut(segment(0), Files.size(segment(0)) - 2);
        write(log(5, 4, Fsync.ALWAYS, 1 << 20), 3);
        assertThat(readAfter(0)).isEqualTo(new End.Whole(7));
        assertThat(read).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void aTimeWithoutADiskIsAGapThatASnapshotBridges() throws IOException {
        write(log(1, 0, Fsync.ALWAYS, 1 << 20), 5);
        write(log(11, 5, Fsync.ALWAYS, 1 << 20), 3);
        assertThat(readAfter(0)).isEqualTo(new End.Gap(5, folder.segment(11), 11, 3));
        assertThat(readAfter(10)).isEqualTo(new End.Whole(13));
        assertThat(read).containsExactly(11L, 12L, 13L);
    }

    @Test
    void aNewerFormatIsNamed() throws IOException {
        write(log(1, 0, Fsync.ALWAYS, 1 << 20), 1);
        byte[] future = new SegmentHeader(2, Content.COMMANDS, 1, 1, 0, 0).bytes();
        Files.write(segment(0), future);
        assertThat(LogReader.readFile(segment(0), (sequence, payload) -> {}))
                .isInstanceOfSatisfying(
                        End.Corrupt.class, bad -> assertThat(bad.reason()).contains("newer engine (format 2"));
    }

    @Test
    void anyDamageAtAllGivesAnAnswerAndNeverAWrongRecord() throws IOException {
        SegmentLog log = log(1, 0, Fsync.every(5), 900);
        for (int i = 0; i < 10; i++) {
            write(log, 10);
            log.settle();
        }
        log.close();
        long seed = Long.getLong("journal.seed", 5);
        Random random = new Random(seed);
        List<byte[]> whole = new ArrayList<>();
        for (LogFolder.Numbered file : folder.segments()) {
            whole.add(Files.readAllBytes(file.file()));
        }
        for (int round = 0; round < 500; round++) {
            int victim = random.nextInt(whole.size());
            byte[] bytes = whole.get(victim).clone();
            for (int i = random.nextInt(20); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Files.write(segment(victim), bytes);
            End end = readAfter(0); // the visitor asserts that each record is what it was
            assertThat(read).as("seed %d, round %d: %s", seed, round, end).isEqualTo(upTo(end.last()));
            Files.write(segment(victim), whole.get(victim));
        }
    }

    private static List<Long> upTo(long last) {
        List<Long> all = new ArrayList<>();
        for (long i = 1; i <= last; i++) {
            all.add(i);
        }
        return all;
    }
}
