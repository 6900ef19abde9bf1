package org.rexian.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.call.CallRecord;
import org.rexian.server.config.StorageConfiguration;

class StorageTest {

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("sub/rexian.db");
    }

    private StorageConfiguration settings(int queue) {
        return new StorageConfiguration(file, folder.resolve("spill"), queue, 500, 10);
    }

    @Test
    void aRecordComesBackAsItWasWritten() throws IOException {
        try (Database database = Database.open(file)) {
            try (CallRecordWriter writer = CallRecordWriter.start(database, settings(1000))) {
                assertThat(writer.offer(Records.call(7))).isTrue();
            }
            assertThat(new CallArchive(database).find(7)).contains(Records.call(7));
            assertThat(new CallArchive(database).find(8)).isEmpty();
        }
    }

    @Test
    void callsAreFoundByNumberQueueAgentAndTimePageByPage() throws IOException {
        try (Database database = Database.open(file)) {
            try (CallRecordWriter writer = CallRecordWriter.start(database, settings(1000))) {
                LongStream.rangeClosed(1, 30)
                        .mapToObj(id -> Records.call(
                                id, id % 2 == 0 ? "even" : "odd' OR 1=1 --", id % 3 == 0 ? "faults" : "", "a" + id % 5))
                        .forEach(writer::offer);
            }
            CallArchive archive = new CallArchive(database);
            CallQuery all = CallQuery.newest(4);
            assertThat(ids(archive, all)).containsExactly(30L, 29L, 28L, 27L);
            assertThat(ids(
                            archive,
                            new CallQuery(
                                    Optional.of("odd' OR 1=1 --"),
                                    Optional.of("10060"),
                                    Optional.of("faults"),
                                    Optional.empty(),
                                    OptionalLong.empty(),
                                    OptionalLong.empty(),
                                    OptionalLong.of(21),
                                    500)))
                    .containsExactly(15L, 9L, 3L);
            assertThat(ids(
                            archive,
                            new CallQuery(
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of("a1"),
                                    OptionalLong.of(Records.call(11).startedAt()),
                                    OptionalLong.of(Records.call(21).startedAt()),
                                    OptionalLong.empty(),
                                    500)))
                    .containsExactly(16L, 11L);
        }
    }

    private static List<Long> ids(CallArchive archive, CallQuery query) {
        return archive.find(query).stream().map(CallRecord::id).toList();
    }

    @Test
    void whatTheDatabaseRefusesIsSpilledAndImportedByTheNextStart() throws IOException {
        RecordSink failing = batch -> {
            throw new SQLException("disk full");
        };
        try (CallRecordWriter writer = CallRecordWriter.start(failing, settings(1000))) {
            LongStream.rangeClosed(1, 700).forEach(id -> writer.offer(Records.call(id)));
            await().until(() -> writer.counters().spilled() == 700);
            assertThat(writer.counters().lost()).isZero();
            assertThat(writer.counters().failures()).isGreaterThanOrEqualTo(2);
        }
        Files.writeString(
                folder.resolve("spill/records.jsonl"),
                Files.readString(folder.resolve("spill/records.jsonl")) + "{\"id\": 9, \"torn");
        try (Database database = Database.open(file)) {
            CallRecordWriter.start(database, settings(1000)).close();
            assertThat(new CallArchive(database).find(CallQuery.newest(500))).hasSize(500);
            assertThat(new CallArchive(database).find(1)).contains(Records.call(1));
            assertThat(folder.resolve("spill/records.jsonl")).doesNotExist();
            assertThat(folder.resolve("spill/rejected.jsonl")).content().isEqualTo("{\"id\": 9, \"torn\n");
        }
    }

    @Test
    void aPassingFailureIsTriedAgainAndNothingIsSpilled() {
        AtomicBoolean failed = new AtomicBoolean();
        List<CallRecord> written = new ArrayList<>();
        RecordSink failingOnce = batch -> {
            if (failed.compareAndSet(false, true)) {
                throw new SQLException("busy");
            }
            written.addAll(batch);
        };
        try (CallRecordWriter writer = CallRecordWriter.start(failingOnce, settings(1000))) {
            writer.offer(Records.call(1));
            await().until(() -> writer.counters().written() == 1);
            assertThat(writer.counters().spilled()).isZero();
        }
        assertThat(written).containsExactly(Records.call(1));
    }

    @Test
    void aFullQueueRefusesAndCountsAndTheStopWritesTheRest() {
        CountDownLatch open = new CountDownLatch(1);
        List<CallRecord> written = new ArrayList<>();
        RecordSink slow = batch -> {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
            written.addAll(batch);
        };
        int refused = 0;
        try (CallRecordWriter writer = CallRecordWriter.start(slow, settings(100))) {
            for (int id = 1; id <= 1000; id++) {
                refused += writer.offer(Records.call(id)) ? 0 : 1;
            }
            assertThat(refused).isPositive();
            assertThat(writer.counters().lost()).isEqualTo(refused);
            open.countDown();
        }
        assertThat(written).hasSize(1000 - refused);
    }
}
