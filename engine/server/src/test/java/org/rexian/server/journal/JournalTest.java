package org.rexian.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentState;
import org.rexian.acd.AgentView;
import org.rexian.acd.ContactEnd;
import org.rexian.acd.ContactView;
import org.rexian.server.FloorPlan;
import org.rexian.server.acd.AcdRing;
import org.rexian.server.acd.RouterListener;

/** The router on its ring with its journal, killed and brought back. A kill is the journal as the disk had it at that moment. */
class JournalTest {

    private static final long BEGIN = 1_000_000;

    @TempDir
    Path path;

    private final AtomicLong time = new AtomicLong(BEGIN);

    private JournalSettings settings(Path folder, Fsync fsync, int snapshotEvery) {
        return new JournalSettings(folder, fsync, snapshotEvery, 2, 4_000);
    }

    /** A router with its journal; {@code close} is a proper stop. */
    private final class Engine implements AutoCloseable {
        final List<AcdEvent> events = new ArrayList<>();
        final Recovered recovered;
        final Journal journal;
        final AcdRing ring;

        Engine(JournalSettings settings, SegmentFiles files) throws IOException {
            recovered = Recovery.recover(settings.folder(), List.of());
            journal = Journal.open(settings, recovered, time::get, files);
            RouterListener listener = events::add;
            ring = new AcdRing(recovered.core(), recovered.lastAt(), 256, time::get, List.of(listener), journal);
        }

        void resume() {
            Resumption.resume(
                    ring, recovered, FloorPlan.configuration(), Map.of("ann", "1", "bob", "2"), Set.of("1"), time::get);
            ring.start();
        }

        List<AcdEvent> apply(AcdCommand command) {
            try {
                return ring.apply(command).get(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        <T> T ask(Function<AcdCore, T> question) {
            return ring.ask(question).join();
        }

        AgentState state(String agent) {
            return ask(core -> core.agent(agent).orElseThrow().state());
        }

        void open(int contacts) {
            resume();
            for (String agent : List.of("ann", "bob")) {
                apply(new AcdCommand.SignIn(time.get(), agent));
                apply(new AcdCommand.Ready(time.get(), agent));
            }
            for (int i = 1; i <= contacts; i++) {
                time.addAndGet(100);
                apply(FloorPlan.enqueue(time.get(), i));
            }
        }

        @Override
        public void close() {
            ring.close();
            journal.close();
        }
    }

    private Engine engine(Path folder) throws IOException {
        return new Engine(settings(folder, Fsync.every(5), 1_000_000), SegmentFiles.DISK);
    }

    /** What a killed process leaves: the files as the system has them now. */
    private Path killed(Path folder) throws IOException {
        Path copy = path.resolve("killed-" + System.identityHashCode(new Object()));
        Files.createDirectories(copy);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(String.valueOf(file.getFileName())), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return copy;
    }

    @Test
    void afterAKillTheSameAgentsAndTheSameLineWithItsAgesAreThere() throws Exception {
        Path left;
        List<ContactView> line;
        List<AgentView> agents;
        long digest;
        try (Engine engine = engine(path.resolve("j"))) {
            engine.open(9);
            line = engine.ask(core -> core.waiting("service"));
            agents = engine.ask(AcdCore::agents);
            digest = engine.ask(AcdCore::digest);
            left = killed(path.resolve("j"));
        }
        assertThat(line).hasSize(7);
        Recovered back = Recovery.recover(left, List.of());
        assertThat(back.core().waiting("service")).isEqualTo(line);
        assertThat(back.core().agents()).isEqualTo(agents);
        assertThat(back.core().digest()).isEqualTo(digest);
        assertThat(back.lastAt()).isEqualTo(time.get());
    }

    @Test
    void callsThatAreGoneEndAndAgentsKeepTheirState() throws Exception {
        Path left;
        try (Engine engine = engine(path.resolve("j"))) {
            engine.open(4);
            left = killed(path.resolve("j"));
        }
        time.addAndGet(60_000); // phones would have rung out long since
        try (Engine engine = engine(left)) {
            engine.resume();
            List<ContactView> contacts = engine.ask(AcdCore::contacts);
            assertThat(contacts).isEmpty();
            assertThat(engine.events.stream()
                            .filter(AcdEvent.ContactEnded.class::isInstance)
                            .map(AcdEvent.ContactEnded.class::cast))
                    .hasSize(4)
                    .allMatch(ended -> ended.cause() == ContactEnd.ENGINE_RESTART);
            assertThat(engine.events).noneMatch(AcdEvent.AgentOffered.class::isInstance);
            assertThat(engine.state("ann"))
                    .as("its phone registers, and is not there yet")
                    .isEqualTo(AgentState.UNREACHABLE);
            assertThat(engine.state("bob"))
                    .as("its phone is where it always is")
                    .isEqualTo(AgentState.READY);
            engine.apply(new AcdCommand.Reachable(time.get(), "ann", true));
            assertThat(engine.state("ann")).isEqualTo(AgentState.READY);
        }
    }

    @Test
    void nobodyHearsOfACommandThatIsNotKept() throws Exception {
        AtomicLong forcedUpTo = new AtomicLong();
        AtomicLong written = new AtomicLong();
        SegmentFiles counting = file -> new SegmentFiles.Output() {
            private final SegmentFiles.Output disk = SegmentFiles.DISK.create(file);

            @Override
            public void write(byte[] bytes, int length) throws IOException {
                disk.write(bytes, length);
                written.addAndGet(length);
            }

            @Override
            public void force() throws IOException {
                long upTo = written.get();
                disk.force();
                forcedUpTo.set(upTo);
            }

            @Override
            public void close() throws IOException {
                disk.close();
            }
        };
        AtomicBoolean early = new AtomicBoolean();
        Recovered nothing = Recovery.recover(path.resolve("j"), List.of());
        Journal journal =
                Journal.open(settings(path.resolve("j"), Fsync.ALWAYS, 1_000_000), nothing, time::get, counting);
        RouterListener listener = event -> early.compareAndSet(false, forcedUpTo.get() != written.get());
        try (AcdRing ring = new AcdRing(nothing.core(), 0, 1024, time::get, List.of(listener), journal)) {
            ring.start();
            List<CompletableFuture<List<AcdEvent>>> outcomes = new ArrayList<>();
            outcomes.add(ring.apply(new AcdCommand.Configure(time.get(), FloorPlan.configuration())));
            for (int i = 0; i < 500; i++) {
                outcomes.add(ring.apply(FloorPlan.enqueue(time.get(), i + 1)));
            }
            for (CompletableFuture<List<AcdEvent>> outcome : outcomes) {
                assertThat(outcome.get(10, TimeUnit.SECONDS)).isNotEmpty();
            }
        }
        journal.close();
        assertThat(early).isFalse();
        assertThat(journal.counters().forces()).isPositive().isLessThan(500);
    }

    @Test
    void snapshotsBoundWhatIsReplayedAndOldFilesGo() throws Exception {
        Path folder = path.resolve("j");
        Path left;
        long digest;
        try (Engine engine = new Engine(settings(folder, Fsync.OS, 100), SegmentFiles.DISK)) {
            engine.open(900);
            AtomicLong more = new AtomicLong(1_000);
            LogFolder files = new LogFolder(folder, Content.COMMANDS);
            await().until(
                            () -> { // a slow disk lags behind, so the day goes on until there are two, and one of late
                                engine.apply(FloorPlan.enqueue(time.get(), more.incrementAndGet()));
                                return files.snapshots().size() == 2
                                        && files.snapshots().getLast().sequence() > 700;
                            });
            digest = engine.ask(AcdCore::digest);
            left = killed(folder);
        }
        Recovered back = Recovery.recover(left, List.of());
        assertThat(back.core().digest()).isEqualTo(digest);
        assertThat(back.snapshotSequence()).isGreaterThan(700);
        LogFolder log = new LogFolder(left, Content.COMMANDS);
        assertThat(log.segments().getFirst().sequence()).isGreaterThan(1);

        Path newest = log.snapshots().getLast().file();
        try (RandomAccessFile bytes = new RandomAccessFile(newest.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            bytes.write(0x5A ^ bytes.read());
        }
        Recovered older = Recovery.recover(left, List.of());
        assertThat(older.snapshotSequence()).isPositive().isLessThan(back.snapshotSequence());
        assertThat(older.core().digest()).isEqualTo(digest);
        assertThat(newest.resolveSibling(newest.getFileName() + ".damaged")).exists();
    }

    @Test
    void whileTheDiskIsFullCallsGoOnAndThenASnapshotMakesTheJournalWhole() throws Exception {
        AtomicBoolean full = new AtomicBoolean();
        SegmentFiles filling = file -> new SegmentFiles.Output() {
            private final SegmentFiles.Output disk = SegmentFiles.DISK.create(file);

            @Override
            public void write(byte[] bytes, int length) throws IOException {
                if (full.get()) {
                    disk.write(bytes, length / 2); // as much as fits
                    throw new IOException("No space left on device");
                }
                disk.write(bytes, length);
            }

            @Override
            public void force() throws IOException {
                disk.force();
            }

            @Override
            public void close() throws IOException {
                disk.close();
            }
        };
        Path folder = path.resolve("j");
        Path left;
        long digest;
        try (Engine engine = new Engine(settings(folder, Fsync.every(5), 1_000_000), filling)) {
            engine.open(3);
            full.set(true);
            assertThat(engine.apply(FloorPlan.enqueue(time.get(), 77)))
                    .anyMatch(AcdEvent.ContactQueued.class::isInstance);
            assertThat(engine.journal.counters().degraded()).isTrue();
            Recovered meanwhile = Recovery.recover(killed(folder), List.of());
            assertThat(meanwhile.core().contact(77)).isEmpty();
            assertThat(meanwhile.core().contact(3)).isPresent();
            full.set(false);
            time.addAndGet(5_000);
            engine.apply(FloorPlan.enqueue(time.get(), 78));
            await().until(() -> {
                engine.ask(AcdCore::digest); // a turn
                return !engine.journal.counters().degraded();
            });
            engine.apply(FloorPlan.enqueue(time.get(), 79));
            digest = engine.ask(AcdCore::digest);
            left = killed(folder);
        }
        Recovered back = Recovery.recover(left, List.of());
        assertThat(back.core().digest()).isEqualTo(digest);
        assertThat(back.core().contact(77)).isPresent();
        assertThat(back.core().contact(79)).isPresent();
    }

    @Test
    void aTornTailIsCutAndTheJournalGoesOn() throws Exception {
        Path left;
        try (Engine engine = engine(path.resolve("j"))) {
            engine.open(3);
            left = killed(path.resolve("j"));
        }
        Path last = new LogFolder(left, Content.COMMANDS).segments().getLast().file();
        try (RandomAccessFile bytes = new RandomAccessFile(last.toFile(), "rw")) {
            bytes.setLength(bytes.length() - 3);
        }
        try (Engine engine = engine(left)) {
            assertThat(engine.recovered.core().contact(3)).isEmpty();
            assertThat(engine.recovered.core().contact(2)).isPresent();
            engine.resume();
            engine.apply(FloorPlan.enqueue(time.get(), 10));
        }
        Recovered back = Recovery.recover(left, List.of());
        assertThat(back.core().contacts()).extracting(ContactView::id).containsExactly(10L);
    }

    @Test
    void damageInTheMiddleIsRefusedWithThePlaceAndWhatToDo() throws Exception {
        try (Engine engine = new Engine(settings(path.resolve("j"), Fsync.ALWAYS, 1_000_000), SegmentFiles.DISK)) {
            engine.open(50);
        }
        Path first = new LogFolder(path.resolve("j"), Content.COMMANDS)
                .segments()
                .getFirst()
                .file();
        try (RandomAccessFile bytes = new RandomAccessFile(first.toFile(), "rw")) {
            bytes.seek(1000);
            bytes.write(0x77);
        }
        assertThatThrownBy(() -> Recovery.recover(path.resolve("j"), List.of()))
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining(first + ":")
                .hasMessageContaining("move " + path.resolve("j") + " away")
                .hasMessageContaining("--verify");
    }

    @Test
    void aJournalOfVersionOneIsReadForEver() throws Exception {
        Path folder = path.resolve("v1");
        Files.createDirectories(folder);
        String name = "commands-00000000000000000001.journal";
        try (var fixture = JournalTest.class.getResourceAsStream("/journal/version-1/" + name)) {
            assertThat(fixture).isNotNull();
            Files.write(folder.resolve(name), fixture.readAllBytes());
        }
        Recovered back = Recovery.recover(folder, List.of());
        assertThat(back.sequence()).isEqualTo(14);
        assertThat(back.core().waiting("service"))
                .extracting(ContactView::id)
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(back.core().agent("bob").orElseThrow().name()).isEqualTo("王伟");
    }
}
