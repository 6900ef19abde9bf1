package org.rexian.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void countsInsertsRemovalsChangesAndSwaps() {
        assertThat(Spelling.distance("listen", "lisetn")).isEqualTo(1);
        assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void offersTheNearestOrElseTheWholeList() {
        assertThat(Spelling.hint("max_wait", List.of("max-wait", "max-waiting")))
                .isEqualTo("did you mean max-wait?");
        assertThat(Spelling.hint("zzz", List.of("b", "a"))).isEqualTo("known: a, b");
    }
}
