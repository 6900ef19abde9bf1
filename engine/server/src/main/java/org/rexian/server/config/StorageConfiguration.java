package org.rexian.server.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Where call records go.
 *
 * @param database SQLite file
 * @param spill folder for records that the database would not take, imported at the next start
 * @param queue records that may wait to be written before they are spilled
 * @param batch records written in one transaction at most
 */
public record StorageConfiguration(Path database, Path spill, int queue, int batch, long retryMillis) {

    static final Key<Path> DATABASE =
            Key.of("database", Kinds.PATH, "rexian.db", "SQLite file; a relative path starts from the `data` folder.");
    static final Key<Integer> QUEUE = Key.of(
            "queue",
            Kinds.count(1_000, 10_000_000),
            "50000",
            "Records that may wait to be written; beyond that they go to a file that the next start imports.");
    static final Key<Integer> BATCH =
            Key.of("batch", Kinds.count(1, 10_000), "1000", "Records written in one transaction at most.");
    static final Key<Long> RETRY = Key.of(
            "retry",
            Kinds.duration("100ms", "5m"),
            "2s",
            "Pause before a failed write to the database is tried again.");

    static final Table TABLE = Table.one("storage", "Call records.", List.of(DATABASE, QUEUE, BATCH, RETRY));

    static StorageConfiguration read(Section storage, Path data) {
        return new StorageConfiguration(
                data.resolve(storage.get(DATABASE)).normalize(),
                data.resolve("spill"),
                storage.get(QUEUE),
                storage.get(BATCH),
                storage.get(RETRY));
    }
}
