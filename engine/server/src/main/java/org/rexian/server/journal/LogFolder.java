package org.rexian.server.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one log: segments {@code commands-00000000000000000001.journal}, named for the sequence of their first record, and
 * snapshots {@code snapshot-….state}, named for the last record that they hold. Their names sort by age.
 */
public record LogFolder(Path path, Content content) {

    private static final Pattern NUMBER = Pattern.compile("-00(\\d{18})\\.");

    /** A file and the sequence in its name. */
    public record Numbered(Path file, long sequence) {}

    /** All segments, oldest first. */
    public List<Numbered> segments() throws IOException {
        return list(content.word + "-", ".journal");
    }

    /** All snapshots, oldest first. */
    public List<Numbered> snapshots() throws IOException {
        return list("snapshot-", ".state");
    }

    Path segment(long first) {
        return path.resolve(name(content.word + "-", first, ".journal"));
    }

    Path snapshot(long sequence) {
        return path.resolve(name("snapshot-", sequence, ".state"));
    }

    private static String name(String prefix, long number, String suffix) {
        return String.format(Locale.ROOT, "%s%020d%s", prefix, number, suffix);
    }

    private List<Numbered> list(String prefix, String suffix) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.startsWith(prefix) && name.endsWith(suffix);
                    })
                    .flatMap(file -> number(file).stream().map(number -> new Numbered(file, number)))
                    .sorted((a, b) -> Long.compare(a.sequence, b.sequence))
                    .toList();
        }
    }

    private static Optional<Long> number(Path file) {
        Matcher number = NUMBER.matcher(String.valueOf(file.getFileName()));
        return number.find() ? Optional.of(Long.parseLong(number.group(1))) : Optional.empty();
    }

    /** Makes the names of new, renamed and deleted files last. */
    void force() throws IOException {
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
