package org.rexian.server.storage;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rexian.call.CallRecord;
import org.rexian.server.Json;
import org.rexian.server.Printable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Records that the database would not take, as JSON lines in {@code records.jsonl}, forced to the disk with each batch.
 * The next start imports them; a line that can't be read is kept in {@code rejected.jsonl}, never thrown away.
 */
final class SpillFolder {

    private static final Logger log = LoggerFactory.getLogger(SpillFolder.class);
    private static final int IMPORT_BATCH = 500;

    private final Path folder;

    SpillFolder(Path folder) {
        this.folder = folder;
    }

    void append(List<CallRecord> batch) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (CallRecord record : batch) {
            lines.append(Json.text(record)).append('\n');
        }
        append("records.jsonl", lines.toString());
    }

    /** Imports what earlier runs left here; how many records. Files vanish only after all of their records are written. */
    int importInto(RecordSink sink) throws IOException, SQLException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        setAside();
        int imported = 0;
        for (Path file : importing()) {
            imported += importFile(file, sink);
            Files.delete(file);
        }
        return imported;
    }

    /** Under another name, new spills and a second attempt after a crash can't mix with what is being read. */
    private void setAside() throws IOException {
        Path records = folder.resolve("records.jsonl");
        if (Files.exists(records)) {
            int number = importing().size();
            while (Files.exists(folder.resolve("importing-" + number + ".jsonl"))) {
                number++;
            }
            Files.move(records, folder.resolve("importing-" + number + ".jsonl"));
        }
    }

    private List<Path> importing() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("importing-"))
                    .sorted()
                    .toList();
        }
    }

    private int importFile(Path file, RecordSink sink) throws IOException, SQLException {
        int imported = 0;
        List<CallRecord> batch = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read(line, batch);
                if (batch.size() == IMPORT_BATCH) {
                    sink.write(batch);
                    imported += batch.size();
                    batch.clear();
                }
            }
        } catch (UncheckedIOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        sink.write(batch);
        return imported + batch.size();
    }

    private void read(String line, List<CallRecord> batch) throws IOException {
        try {
            batch.add(Json.read(line, CallRecord.class));
        } catch (JacksonException e) {
            log.error(
                    "a spilled record can't be read, kept in {}: {}",
                    folder.resolve("rejected.jsonl"),
                    Printable.line(line));
            append("rejected.jsonl", line + "\n");
        }
    }

    private void append(String name, String text) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel file = FileChannel.open(folder.resolve(name), CREATE, WRITE, APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
    }
}
