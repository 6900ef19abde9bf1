package org.rexian.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdCore;
import org.rexian.acd.ContactKind;
import org.rexian.server.FloorPlan;
import org.rexian.server.config.StorageConfiguration;

/** What is on record of calls that ended with the engine. */
class LostCallsTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aCallThatOnlyTheJournalKnowsIsOnRecordToo() throws IOException {
        AcdCore core = new AcdCore();
        core.apply(new AcdCommand.Configure(1_000, FloorPlan.configuration()), event -> {});
        for (long call : List.of(7L, 8L)) {
            core.apply(
                    new AcdCommand.Enqueue(
                            2_000,
                            call,
                            ContactKind.VOICE,
                            "service",
                            "",
                            "",
                            0,
                            Map.of("call", Long.toString(call), "number", "138")),
                    event -> {});
        }
        Path file = folder.resolve("rexian.db");
        try (Database database = Database.open(file)) {
            try (CallRecordWriter writer = CallRecordWriter.start(
                    database, new StorageConfiguration(file, folder.resolve("spill"), 100, 500, 10))) {
                LostCalls.record(List.of(new CallLog.Begun(1_500, 8, "carrier", "139", "10060")), core, 9_000, writer);
            }
            CallArchive archive = new CallArchive(database);
            assertThat(archive.find(7)).hasValueSatisfying(record -> {
                assertThat(record.cause()).isEqualTo("engine-restart");
                assertThat(record.queue()).isEqualTo("service");
                assertThat(record.from()).isEqualTo("138");
                assertThat(record.endedAt()).isEqualTo(9_000);
            });
            assertThat(archive.find(8)).hasValueSatisfying(record -> {
                assertThat(record.from()).isEqualTo("139");
                assertThat(record.to()).isEqualTo("10060");
            });
        }
    }
}
