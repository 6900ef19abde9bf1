package org.rexian.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file of {@code scenarios/} says what goes in and what comes out; a failure shows both. With
 * {@code -Dscenarios.write=FOLDER} the files are written there as they went, for a reader to judge and to keep.
 */
class ScenarioTest {

    static Stream<Path> scenarios() throws IOException, URISyntaxException {
        URI folder = Objects.requireNonNull(ScenarioTest.class.getResource("/scenarios"))
                .toURI();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            List<Path> sorted = files.sorted().toList();
            return sorted.stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void goesAsWritten(Path file) throws IOException {
        String written = Files.readString(file);
        String played = Scenario.play(written);
        String folder = System.getProperty("scenarios.write", "");
        if (!folder.isEmpty()) {
            Files.writeString(
                    Path.of(folder, Objects.requireNonNull(file.getFileName()).toString()), played);
        }
        assertThat(played).as(file.toString()).isEqualTo(written);
    }

    @Test
    void thereAreEnoughOfThem() throws IOException, URISyntaxException {
        assertThat(scenarios()).hasSizeGreaterThanOrEqualTo(25);
    }
}
