package org.rexian.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rexian.server.live.CallsSnapshot;
import org.rexian.server.live.LiveSnapshot;

class DemoSummaryTest {

    private final LiveSnapshot end = new LiveSnapshot(
            0,
            0,
            new CallsSnapshot(0, 3, 3, 3, Map.of("agent-hangup", 2L, "abandoned", 1L), List.of()),
            List.of(),
            List.of(),
            List.of());

    @Test
    void theBooksAgreeWhenEachPlacedCallHasItsRecord() {
        DemoSummary summary = new DemoSummary(end, Optional.of(new RobotProcess.Tally(3, 3, 2, 1, 0, 0)), 3);
        assertThat(summary.balanced()).isTrue();
        assertThat(summary.lines())
                .last()
                .asString()
                .contains("every call accounted for")
                .contains("placed 3");
    }

    @Test
    void aCallWithoutRecordIsSaidLoudly() {
        DemoSummary summary = new DemoSummary(end, Optional.of(new RobotProcess.Tally(4, 4, 2, 1, 0, 0)), 3);
        assertThat(summary.balanced()).isFalse();
        assertThat(summary.lines()).last().asString().contains("DO NOT AGREE");
    }

    @Test
    void aCallThatNeverEndedIsNoBalance() {
        assertThat(new DemoSummary(end, Optional.of(new RobotProcess.Tally(3, 3, 2, 0, 0, 1)), 3).balanced())
                .isFalse();
    }

    @Test
    void withoutRobotCallersThereIsNothingToCompare() {
        assertThat(new DemoSummary(end, Optional.empty(), 0).balanced()).isTrue();
    }
}
