package org.rexian.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.rexian.media.wav.WavReader;
import org.rexian.media.wav.WavResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recordings, read, resampled and encoded once, kept ready to be copied into packets. Safe for any thread; reading blocks, so
 * the loops only ever look up.
 */
public final class PromptStore {

    private static final Logger LOG = LoggerFactory.getLogger(PromptStore.class);

    private record Stamp(FileTime modified, long size) {
        static final Stamp NONE = new Stamp(FileTime.fromMillis(0), -1);
    }

    private record Entry(Stamp stamp, Prompt prompt) {}

    private final Map<Path, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong failures = new AtomicLong();

    /** Reads files that are new or have changed since they were read; calls in progress finish on what they play. */
    public List<PromptProblem> prepare(Collection<Path> files) {
        List<PromptProblem> problems = new ArrayList<>();
        for (Path file : files) {
            Stamp stamp = stamp(file);
            Entry known = entries.get(key(file));
            if (known == null || !known.stamp().equals(stamp)) {
                read(file, stamp).ifPresent(problems::add);
            }
        }
        return problems;
    }

    /** A prepared prompt; never blocks. */
    Optional<Prompt> find(Path file) {
        return Optional.ofNullable(entries.get(key(file))).map(Entry::prompt);
    }

    /** All of {@code files} if all are prepared; never blocks. */
    Optional<List<Prompt>> findAll(List<Path> files) {
        List<Prompt> found = new ArrayList<>();
        for (Path file : files) {
            Optional<Prompt> prompt = find(file);
            if (prompt.isEmpty()) {
                return Optional.empty();
            }
            found.add(prompt.get());
        }
        return Optional.of(found);
    }

    /** Reading files takes milliseconds and a disk: {@code then} gets them later, on a thread of its own. */
    void loadAll(List<Path> files, Consumer<List<Prompt>> then) {
        Thread.ofVirtual()
                .name("rexian-prompts")
                .start(() -> then.accept(files.stream().map(this::load).toList()));
    }

    /** A prompt, read now if need be; one that can't be read is silence of no length, logged and counted. Blocks. */
    Prompt load(Path file) {
        Optional<Prompt> known = find(file);
        if (known.isPresent()) {
            return known.get();
        }
        read(file, stamp(file)).ifPresent(problem -> {
            failures.incrementAndGet();
            LOG.warn("A prompt is left out: {}", problem);
        });
        return find(file).orElse(Prompt.EMPTY);
    }

    /** How often a prompt had to be left out of what a caller hears. */
    long failures() {
        return failures.get();
    }

    private Optional<PromptProblem> read(Path file, Stamp stamp) {
        return switch (WavReader.read(file)) {
            case WavResult.Unusable unusable -> {
                entries.remove(key(file));
                yield Optional.of(new PromptProblem(file, unusable.problem()));
            }
            case WavResult.Audio audio -> {
                entries.put(key(file), new Entry(stamp, new Prompt(audio.samples())));
                yield Optional.empty();
            }
        };
    }

    private static Path key(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static Stamp stamp(Path file) {
        try {
            return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException unreadable) {
            return Stamp.NONE; // the reader will say what is wrong
        }
    }
}
