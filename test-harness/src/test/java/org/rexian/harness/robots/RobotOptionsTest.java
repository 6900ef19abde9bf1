package org.rexian.harness.robots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class RobotOptionsTest {

    @Test
    void scriptsAreWaitsAndKeys() {
        List<Presses> all = Presses.parseAll("3s 1 0.5s 42# | 2s 1s *");

        assertThat(all)
                .containsExactly(
                        new Presses(List.of(new Presses.Press(3000, "1"), new Presses.Press(500, "42#"))),
                        new Presses(List.of(new Presses.Press(3000, "*"))));
        assertThatThrownBy(() -> Presses.parseAll("3s one")).hasMessageContaining("'one'");
    }

    @Test
    void spansAreDrawnWithinTheirEnds() throws Exception {
        Span span = new Span.Converter().convert("500ms-2s");
        SplittableRandom random = new SplittableRandom(7);

        assertThat(span).isEqualTo(new Span(500, 2000));
        for (int i = 0; i < 1000; i++) {
            assertThat(span.draw(random)).isBetween(500L, 2000L);
        }
        assertThat(new Span.Converter().convert("1m")).isEqualTo(new Span(60_000, 60_000));
        assertThatThrownBy(() -> new Span.Converter().convert("20s-8s")).isInstanceOf(TypeConversionException.class);
        assertThatThrownBy(() -> new Span.Converter().convert("soon")).isInstanceOf(TypeConversionException.class);
    }
}
