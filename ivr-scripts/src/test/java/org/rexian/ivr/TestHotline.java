package org.rexian.ivr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rexian.ivr.say.RecordedSayAs;
import org.rexian.ivr.say.SayKind;

/** A hotline's folder made of texts, with silent recordings. */
final class TestHotline {

    static final List<String> LANGUAGES = List.of("zh-CN", "en");

    static final String CALENDARS = """
            version: 1
            calendars:
              service:
                weekly: {mon-fri: "08:00-18:00"}
            """;

    private static final Pattern BLOCK = Pattern.compile("```yaml file=(\\S+)\\n(.*?)```", Pattern.DOTALL);

    private TestHotline() {}

    /** The files of a page: each block that begins with {@code ```yaml file=NAME}. */
    static Map<String, String> filesOf(Path page) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher matcher = BLOCK.matcher(Files.readString(page));
        while (matcher.find()) {
            files.put(matcher.group(1), matcher.group(2));
        }
        return files;
    }

    static void write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** A recording of each name in both languages. */
    static void record(Path folder, String... names) throws IOException {
        for (String name : names) {
            for (String language : LANGUAGES) {
                record(folder.resolve("prompts/" + language + "/" + name + ".wav"));
            }
        }
    }

    static void recordValues(Path folder, SayKind... kinds) throws IOException {
        for (SayKind kind : kinds) {
            for (String language : LANGUAGES) {
                for (String name : new RecordedSayAs().vocabulary(kind, language)) {
                    record(folder.resolve("prompts/" + language + "/" + name + ".wav"));
                }
            }
        }
    }

    static void record(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, wav(1, 8_000, 16));
    }

    /** 20 ms of silence. */
    static byte[] wav(int channels, int rate, int bits) {
        int frame = channels * bits / 8;
        int length = rate / 50 * frame;
        ByteBuffer bytes = ByteBuffer.allocate(44 + length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + length);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) 1).putShort((short) channels).putInt(rate).putInt(rate * frame);
        bytes.putShort((short) frame).putShort((short) bits);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        return bytes.array();
    }

    /** The worked example of docs/flows/language.md. */
    static void workedExample(Path folder) throws IOException {
        write(folder, filesOf(Path.of("../docs/flows/language.md")));
        write(folder, Map.of("calendars.yaml", CALENDARS));
        record(
                folder,
                "welcome",
                "gold-club",
                "main-menu",
                "press-2-for-repair",
                "not-valid",
                "enter-card",
                "you-entered",
                "press-1-if-right",
                "connecting",
                "queue-position-before",
                "queue-position-after",
                "queue-ewt-before",
                "queue-ewt-after",
                "sorry-busy",
                "sorry-closed",
                "goodbye");
        record(folder.resolve("prompts/common/moh.wav"));
        recordValues(folder, SayKind.DIGITS, SayKind.NUMBER);
    }

    static FlowLibrary library(Path folder) {
        FlowLibrary.Loaded loaded = FlowLibrary.load(folder);
        return loaded.library().orElseThrow(() -> new AssertionError(loaded.problems()));
    }
}
