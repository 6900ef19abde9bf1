package org.rexian.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.server.storage.CallLog.Begun;

/** Which calls have begun and have no record: what a killed engine leaves, read by the next one. */
class CallLogTest {

    @TempDir
    Path folder;

    private static Begun call(long id) {
        return new Begun(1_000 + id, id, "trunk", "139" + id, "10060");
    }

    private CallLog open() throws IOException {
        return CallLog.open(folder, () -> 5_000);
    }

    @Test
    void callsWithoutARecordAreKnownToTheNextRunAndTheOneAfterUntilTheyHaveOne() throws IOException {
        try (CallLog calls = open()) {
            assertThat(calls.unfinished()).isEmpty();
            List.of(1L, 2L, 3L).forEach(id -> calls.started(call(id)));
            calls.kept(List.of(Records.call(2)));
        }
        try (CallLog calls = open()) {
            assertThat(calls.unfinished()).containsExactly(call(1), call(3));
        }
        try (CallLog calls = open()) {
            assertThat(calls.unfinished()).containsExactly(call(1), call(3));
            calls.kept(List.of(Records.call(1), Records.call(3), Records.call(99)));
        }
        try (CallLog calls = open()) {
            assertThat(calls.unfinished()).isEmpty();
        }
    }

    @Test
    void itIsThereWithoutAProperStop() throws IOException {
        try (CallLog calls = open()) {
            calls.started(call(7));
            await().until(() -> bytes() > 60); // what a kill would leave
            Path copy = folder.resolve("copy");
            Files.createDirectories(copy);
            for (Path file : files()) {
                Files.copy(file, copy.resolve(String.valueOf(file.getFileName())));
            }
            try (CallLog next = CallLog.open(copy, () -> 5_000)) {
                assertThat(next.unfinished()).containsExactly(call(7));
            }
        }
    }

    @Test
    void aTornEndLosesThatCallAlone() throws IOException {
        try (CallLog calls = open()) {
            calls.started(call(1));
            calls.started(call(2));
        }
        try (RandomAccessFile file = new RandomAccessFile(files().getFirst().toFile(), "rw")) {
            file.setLength(file.length() - 1);
        }
        try (CallLog calls = open()) {
            assertThat(calls.unfinished()).containsExactly(call(1));
        }
    }

    @Test
    void manyCallsDoNotMakeItGrow() throws IOException {
        try (CallLog calls = open()) {
            calls.started(call(1));
            for (long id = 2; id < 100_000; id++) {
                calls.started(call(id));
                calls.kept(List.of(Records.call(id)));
            }
        }
        assertThat(bytes()).isLessThan(9 << 20);
        try (CallLog calls = open()) {
            assertThat(calls.unfinished()).containsExactly(call(1));
        }
        assertThat(bytes()).isLessThan(200);
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private long bytes() throws IOException {
        long bytes = 0;
        for (Path file : files()) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
