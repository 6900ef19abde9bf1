package org.rexian.server.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rexian.server.config.CallConfiguration;
import org.rexian.server.config.Configuration;
import org.rexian.server.config.Problem;
import org.rexian.server.telephony.LeafSettings;

/** Folders that are read must be there, folders that are written must take a file. */
final class FolderCheck {

    private final Configuration configuration;
    private final Path file;
    private final List<Problem> problems;

    FolderCheck(Configuration configuration, Path file, List<Problem> problems) {
        this.configuration = configuration;
        this.file = file;
        this.problems = problems;
    }

    void run() {
        prompts(configuration.calls());
        Path database = configuration.storage().database();
        if (Files.isDirectory(database)) {
            add("database", "the database " + database + " is a folder", "name a file in storage.database");
        }
        Path folder = Optional.ofNullable(database.toAbsolutePath().getParent()).orElse(Path.of("/"));
        writable(folder, "data", "the database");
        if (Files.exists(database) && !Files.isWritable(database)) {
            add("database", "the database " + database + " can't be written", "chown or chmod it to the engine's user");
        }
        configuration.calls().recordings().ifPresent(recordings -> writable(recordings, "recordings", "recordings"));
    }

    private void prompts(CallConfiguration calls) {
        Path prompts = LeafSettings.systemPrompts(calls);
        Path language = prompts.resolve(calls.language());
        if (!Files.isDirectory(prompts)) {
            add(
                    "prompts",
                    "the folder " + prompts + " with the platform's own prompts is not there",
                    "set calls.prompts");
        } else if (!Files.isDirectory(language)) {
            add("language", "there are no prompts for " + calls.language() + ": no folder " + language, "");
        }
    }

    private void writable(Path folder, String key, String what) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".rexian-check", ""));
        } catch (IOException e) {
            String why = e.getClass().getSimpleName() + " at " + e.getMessage();
            add(key, "the folder " + folder + " for " + what + " can't be made or written: " + why, "");
        }
    }

    private void add(String key, String what, String hint) {
        problems.add(Place.of(file, key, key).problem(what, hint));
    }
}
