package org.rexian.server.config;

import java.nio.file.Path;
import java.util.List;
import org.rexian.server.journal.Fsync;
import org.rexian.server.journal.JournalSettings;

/** How the router's commands are kept, so that a restart finds queues and agents as they were. */
final class JournalTable {

    private static final Kind<Long> FSYNC_PAUSE = Kinds.duration("1ms", "10s");

    static final Key<Path> FOLDER = Key.of(
            "folder",
            Kinds.PATH,
            "journal",
            "Where commands and snapshots go; a relative path starts from the `data` folder.");
    static final Key<Fsync> FSYNC = Key.of(
            "fsync",
            new Kind<>("always, os or duration 1ms–10s", JournalTable::fsync),
            "5ms",
            "When what is written is forced to the disk: before anybody hears of it (`always`), this often, or when the system likes"
                    + " (`os`). A crash of the engine loses nothing either way, a loss of power what was not forced.");
    static final Key<Integer> SNAPSHOT_EVERY = Key.of(
            "snapshot-every",
            Kinds.count(1_000, 10_000_000),
            "100000",
            "Commands between two snapshots of the router at most; there is one every five minutes, too. The fewer, the sooner it is"
                    + " back after a crash.");
    static final Key<Integer> KEEP = Key.of(
            "keep",
            Kinds.count(1, 1_000),
            "2",
            "Snapshots that are kept, with all commands behind the oldest of them; older files are deleted.");

    static final Table TABLE = Table.one(
            "journal",
            "The router's journal: after a crash queues, agents and figures are as they were.",
            List.of(FOLDER, FSYNC, SNAPSHOT_EVERY, KEEP));

    private JournalTable() {}

    static JournalSettings read(Section journal, Path data) {
        return new JournalSettings(
                data.resolve(journal.get(FOLDER)).normalize(),
                journal.get(FSYNC),
                journal.get(SNAPSHOT_EVERY),
                journal.get(KEEP));
    }

    private static Fsync fsync(String text) throws Unfit {
        return switch (text) {
            case "always" -> Fsync.ALWAYS;
            case "os" -> Fsync.OS;
            default -> Fsync.every(FSYNC_PAUSE.parse(text));
        };
    }
}
