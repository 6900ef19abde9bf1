package org.rexian.ivr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rexian.ivr.check.FlowCheck;
import org.rexian.ivr.hours.Calendars;
import org.rexian.ivr.hours.CalendarsFile;
import org.rexian.ivr.model.Flow;
import org.rexian.ivr.model.Folder;
import org.rexian.ivr.model.Hotline;
import org.rexian.ivr.model.Prompts;
import org.rexian.ivr.model.Recording;
import org.rexian.ivr.parse.FlowParser;
import org.rexian.ivr.parse.HotlineParser;
import org.rexian.ivr.say.RecordedSayAs;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.Problems;
import org.rexian.ivr.yaml.YamlText;

/** Reads the folder of a hotline, file by file, and checks the whole. */
final class FolderReader {

    private static final int MAX_FLOWS = 1_000;
    private static final long MAX_BYTES = 4L * YamlText.MAX_CHARACTERS;
    private static final int VERSION_DIGITS = 12;

    /** What came of it; {@code version} is meaningful if the folder is there and without errors. */
    record Read(Optional<Folder> folder, String version, Problems problems) {}

    private final Path root;
    private final Problems problems = new Problems();
    private final MessageDigest digest;

    private FolderReader(Path root) {
        this.root = root;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static Read read(Path root) {
        FolderReader reader = new FolderReader(root);
        Optional<Folder> folder = reader.text("hotline.yaml")
                .flatMap(text -> YamlText.read("hotline.yaml", text, reader.problems))
                .flatMap(new HotlineParser(reader.problems)::parse)
                .map(reader::folder);
        folder.ifPresent(found -> FlowCheck.run(found, new RecordedSayAs(), reader.problems));
        String version = HexFormat.of().formatHex(reader.digest.digest()).substring(0, VERSION_DIGITS);
        return new Read(folder, version, reader.problems);
    }

    private Folder folder(Hotline hotline) {
        Calendars calendars = Files.exists(root.resolve("calendars.yaml"))
                ? text("calendars.yaml")
                        .map(text -> CalendarsFile.read("calendars.yaml", text, hotline.zone(), problems))
                        .orElse(Calendars.NONE)
                : Calendars.NONE;
        Map<String, Flow> flows = new TreeMap<>();
        FlowParser parser = new FlowParser(hotline, problems);
        Set<String> unread = new TreeSet<>(flowNames());
        for (String name : List.copyOf(unread)) {
            String file = "flows/" + name + ".yaml";
            text(file)
                    .flatMap(text -> YamlText.read(file, text, problems))
                    .flatMap(node -> parser.parse(name, node))
                    .ifPresent(flow -> flows.put(name, flow));
            unread.removeAll(flows.keySet());
        }
        var prompts = Prompts.find(root, hotline.languages(), problems);
        return new Folder(hotline, calendars, flows, unread, prompts, recordings(prompts));
    }

    private List<String> flowNames() {
        Path flows = root.resolve("flows");
        if (!Files.isDirectory(flows)) {
            problems.error(new At("flows", 0, 0), "no folder flows", "flows/main.yaml");
            return List.of();
        }
        try (Stream<Path> files = Files.list(flows)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .limit(MAX_FLOWS)
                    .toList();
        } catch (IOException e) {
            problems.error(new At("flows", 0, 0), "can't be read: " + e.getMessage());
            return List.of();
        }
    }

    private Optional<String> text(String name) {
        Path file = root.resolve(name);
        try {
            if (Files.size(file) > MAX_BYTES) {
                problems.error(new At(name, 0, 0), "the file is too large", "at most " + MAX_BYTES + " bytes");
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            digest(name, bytes);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            problems.error(new At(name, 0, 0), "the file is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            problems.error(new At(name, 0, 0), "the file can't be read", "is it there?");
        }
        return Optional.empty();
    }

    /** Each file once, for its format and for the version. */
    private Map<Path, Recording> recordings(Map<String, Map<String, FlowAction.Prompt>> prompts) {
        Map<Path, Recording> found = new TreeMap<>();
        ByteBuffer buffer = Recording.buffer();
        for (Map<String, FlowAction.Prompt> ofLanguage : prompts.values()) {
            for (FlowAction.Prompt prompt : ofLanguage.values()) {
                found.computeIfAbsent(prompt.file(), file -> Recording.read(file, buffer));
            }
        }
        found.forEach((file, recording) -> {
            String name = root.relativize(file).toString().replace('\\', '/');
            String line = name + '\n' + recording.size() + ' ' + Long.toHexString(recording.checksum()) + '\n';
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        });
        return found;
    }

    /** Name and length go in too: moving a byte from one file to the next is another version. */
    private void digest(String name, byte[] bytes) {
        digest.update((name + '\n' + bytes.length + '\n').getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
