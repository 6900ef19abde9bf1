package org.rexian.ivr.say;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each language says for a value, piece by piece, from {@code say-golden-*.txt}. */
class SayGoldenTest {

    record Golden(String language, SayKind kind, String value, String said) {}

    static Stream<Golden> lines() throws IOException {
        return Stream.concat(lines("zh-CN"), lines("en"));
    }

    private static Stream<Golden> lines(String language) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/say-golden-" + language + ".txt")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> {
                    int arrow = line.indexOf("=>");
                    String[] kindAndValue = line.substring(0, arrow).strip().split(" ", 2);
                    return new Golden(
                            language,
                            SayKind.ofKey(kindAndValue[0]).orElseThrow(),
                            kindAndValue.length == 1 ? "" : kindAndValue[1],
                            line.substring(arrow + 2).strip());
                });
    }

    @ParameterizedTest
    @MethodSource("lines")
    void reads(Golden golden) {
        SayGrammar grammar = SayGrammar.of(golden.language()).orElseThrow();
        Optional<List<String>> pieces = grammar.say(golden.kind(), golden.value());
        String said = pieces.map(list -> list.stream()
                        .map(piece -> piece.equals("say/pause") ? "," : piece.substring("say/".length()))
                        .collect(Collectors.joining(" ")))
                .orElse("-");
        assertThat(said).isEqualTo(golden.said());
        assertThat(grammar.pieces(golden.kind())).containsAll(pieces.orElse(List.of()));
    }

    /** 零 never doubles, never ends a number, and every number under a million is told apart from every other. */
    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void noTwoNumbersSoundAlike(String language) {
        SayGrammar grammar = SayGrammar.of(language).orElseThrow();
        var seen = new java.util.HashMap<List<String>, Integer>();
        for (int n = 0; n < 200_000; n++) {
            List<String> said = grammar.say(SayKind.NUMBER, Integer.toString(n)).orElseThrow();
            Integer twin = seen.put(said, n);
            assertThat(twin).as("%s and %s are both %s", twin, n, said).isNull();
            if (n > 0) assertThat(said.getLast()).isNotEqualTo("say/0");
        }
    }

    /** A caller's rubbish or a language without a grammar is silence, not an exception in the middle of a call. */
    @Test
    void whatCannotBeSaidIsSilence() {
        SayAs sayAs = new RecordedSayAs();
        for (SayKind kind : SayKind.values()) {
            for (String value : new String[] {"", " ", "-", "９", "\u0000", "1".repeat(10_000), "NaN", "9999-99-9x"}) {
                assertThat(sayAs.promptNames(kind, value, "zh-CN"))
                        .as(kind + " " + value)
                        .isEmpty();
            }
            assertThat(sayAs.promptNames(kind, "1", "bo")).isEmpty();
            assertThat(sayAs.vocabulary(kind, "bo")).isEmpty();
        }
    }
}
