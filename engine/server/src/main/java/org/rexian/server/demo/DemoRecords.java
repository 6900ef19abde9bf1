package org.rexian.server.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rexian.call.CallRecord;
import org.rexian.server.statistics.Reconciliation;
import org.rexian.server.storage.CallArchive;
import org.rexian.server.storage.CallQuery;
import org.rexian.server.storage.Database;
import org.rexian.server.storage.StatisticsStore;

/** Counts what the engine has written down, in the database itself and after it was closed: what is not there was lost. */
final class DemoRecords {

    private DemoRecords() {}

    /** Records of callers; agents' feature codes not counted. */
    static long count(Path database) throws IOException {
        try (Database open = Database.open(database)) {
            CallArchive archive = new CallArchive(open);
            long count = 0;
            OptionalLong before = OptionalLong.empty();
            while (true) {
                List<CallRecord> page = archive.find(older(before));
                count += page.stream()
                        .filter(record -> !record.to().startsWith("*"))
                        .count();
                if (page.size() < CallQuery.MAX_LIMIT) {
                    return count;
                }
                before = OptionalLong.of(page.getLast().id());
            }
        }
    }

    /** What the half hours say against each other and against the records: every line is a difference. */
    static List<String> differences(Path database) throws IOException {
        try (Database open = Database.open(database)) {
            return Reconciliation.of(new StatisticsStore(open), 0, Long.MAX_VALUE)
                    .differences();
        }
    }

    private static CallQuery older(OptionalLong before) {
        return new CallQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                before,
                CallQuery.MAX_LIMIT);
    }
}
