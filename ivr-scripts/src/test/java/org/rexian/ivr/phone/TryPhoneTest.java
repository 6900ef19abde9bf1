package org.rexian.ivr.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.ivr.FlowLibrary;

/** What an administrator sees in the terminal. */
class TryPhoneTest {

    @TempDir
    Path folder;

    @Test
    void showsACall() throws IOException {
        String shown = phone("77", "vars\n1\n4711#\nvars\nwhat\n+30s\nagent ann\ntalk-ends\n");
        assertThat(shown).isEqualTo("""
                [main/ask]
                  > pin: Your number, please
                  pin = (secret)
                  good = false
                [main/check]
                [main/wait]
                  waits in service, priority 5, with good=true
                  ~ moh: music
                  pin = (secret)
                  good = true
                ? what (help lists what there is)
                  ends: normal, served
                """);
    }

    @Test
    void theEndOfInputHangsUp() throws IOException {
        assertThat(phone("77", "4711#\n")).endsWith("  ~ moh: music\n  ends: caller-hung-up, abandoned\n");
    }

    @Test
    void refusesAnUnknownNumber() throws IOException {
        assertThat(phone("78", "")).isEqualTo("no such number or language; numbers: 77; languages: en\n");
    }

    private String phone(String number, String typed) throws IOException {
        write("hotline.yaml", """
                version: 1
                name: try
                languages: [en]
                numbers: {"77": {flow: main}}
                queues: [service]
                """);
        write("flows/main.yaml", """
                flow: main
                variables: {pin: "", good: false}
                steps:
                  ask:
                    collect:
                      say: pin
                      into: pin
                      digits: 4-6
                      end-key: "#"
                      secret: true
                      no-input: {then: bye}
                      no-match: {then: bye}
                    then: check
                  check: {set: {good: "pin.endsWith('4711')"}, then: wait}
                  wait:
                    queue:
                      name: service
                      priority: "good ? 5 : 0"
                      attributes: {good: good}
                      while-waiting: {music: moh}
                      otherwise: bye
                  bye: {end: {}}
                """);
        write("prompts/prompts.tsv", "en\tpin\tYour number, please\ncommon\tmoh\tmusic\n");
        for (String name : List.of("en/pin", "common/moh")) {
            Path file = folder.resolve("prompts/" + name + ".wav");
            Files.createDirectories(file.getParent());
            Files.copy(
                    Path.of("src/test/resources/silence.wav"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        FlowLibrary.Loaded loaded = FlowLibrary.load(folder);
        assertThat(loaded.problems()).isEmpty();
        StringBuilder out = new StringBuilder();
        long at = CallStart.time(
                        CallStart.DEFAULT_TIME, loaded.library().orElseThrow().zone())
                .orElseThrow();
        new TryPhone(loaded.library().orElseThrow(), PromptTexts.read(folder), new StringReader(typed), out)
                .run(new CallStart(number, "", Optional.empty(), at, Map.of()));
        return out.toString();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
