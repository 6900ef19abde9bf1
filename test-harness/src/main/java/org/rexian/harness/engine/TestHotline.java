package org.rexian.harness.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rexian.harness.audio.Tone;
import org.rexian.harness.audio.WavFile;

/**
 * A hotline whose prompts are tones, so that a meter tells what a caller hears.
 *
 * <p>10060 greets and leads with key 1 into the queue {@code service}. For load: 7000 answers and stays silent, 7001 waits in a queue
 * without agents and hears music, 7002 goes straight into {@code service}.
 */
public final class TestHotline {
    /** Frequencies of the prompts, in Hz; far from each other and from what phones say in tests (440, 770). */
    public static final int GREETING_HERTZ = 1000;

    public static final int MUSIC_HERTZ = 1300;
    public static final int GOODBYE_HERTZ = 1700;

    private static final double DBFS = -12;

    private TestHotline() {}

    static void write(Path folder) {
        try {
            Files.createDirectories(folder.resolve("flows"));
            Files.createDirectories(folder.resolve("prompts/common"));
            Files.writeString(folder.resolve("hotline.yaml"), HOTLINE);
            Files.writeString(folder.resolve("flows/main.yaml"), MAIN);
            Files.writeString(folder.resolve("flows/silent.yaml"), SILENT);
            Files.writeString(folder.resolve("flows/music.yaml"), MUSIC);
            Files.writeString(folder.resolve("flows/straight.yaml"), STRAIGHT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path prompts = folder.resolve("prompts/common");
        WavFile.write(prompts.resolve("greeting.wav"), Tone.sine(GREETING_HERTZ, DBFS, 1000));
        WavFile.write(prompts.resolve("music.wav"), Tone.sine(MUSIC_HERTZ, DBFS, 10_000));
        WavFile.write(prompts.resolve("goodbye.wav"), Tone.sine(GOODBYE_HERTZ, DBFS, 1000));
    }

    private static final String HOTLINE = """
            version: 1
            name: test
            languages: [en]
            zone: UTC
            numbers:
              "10060": {flow: main}
              "7000": {flow: silent}
              "7001": {flow: music}
              "7002": {flow: straight}
            queues: [service, nobody]
            """;

    private static final String MAIN = """
            flow: main
            start: menu
            steps:
              menu:
                menu:
                  say: greeting
                  keys: {1: agent, 2: goodbye}
                  no-input: {after: 5s, times: 2, then: goodbye}
                  no-match: {times: 2, then: goodbye}
              agent:
                queue:
                  name: service
                  while-waiting: {music: music}
                  otherwise: goodbye
              goodbye:
                end: {say: goodbye}
            """;

    private static final String SILENT = """
            flow: silent
            steps:
              wait:
                menu:
                  keys: {1: done}
                  no-input: {after: 5m, times: 1, then: done}
                  no-match: {times: 3, then: done}
              done:
                end: {}
            """;

    private static final String MUSIC = """
            flow: music
            steps:
              wait:
                queue:
                  name: nobody
                  while-waiting: {music: music}
                  otherwise: done
              done:
                end: {outcome: turned-away}
            """;

    private static final String STRAIGHT = """
            flow: straight
            steps:
              agent:
                queue:
                  name: service
                  while-waiting: {music: music}
                  otherwise: done
              done:
                end: {outcome: turned-away}
            """;
}
