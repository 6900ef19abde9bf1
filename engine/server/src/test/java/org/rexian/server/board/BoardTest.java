package org.rexian.server.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rexian.acd.statistics.ServiceLevel;
import org.rexian.server.live.AgentSnapshot;
import org.rexian.server.live.CallsSnapshot;
import org.rexian.server.live.LiveSnapshot;
import org.rexian.server.live.QueueSnapshot;

class BoardTest {

    private static final long AT = 43_200_000; // noon

    private static LiveSnapshot snapshot(int agents) {
        OptionalDouble level = OptionalDouble.of(0.9);
        return new LiveSnapshot(
                AT,
                AT - 3_725_000,
                new CallsSnapshot(2, 12, 10, 9, Map.of(), List.of()),
                List.of(new QueueSnapshot(
                        "service",
                        1,
                        0,
                        67_000,
                        2,
                        1,
                        9,
                        7,
                        1,
                        0,
                        Map.of(),
                        4_000,
                        9_000,
                        60_000,
                        20_000,
                        new ServiceLevel(level, level, level, level))),
                IntStream.range(0, agents)
                        .mapToObj(i -> new AgentSnapshot(
                                "a" + i,
                                i == 0 ? "王伟" : "Ann",
                                "",
                                "talking",
                                AT - 5_000,
                                "",
                                "ready",
                                true,
                                List.of(),
                                Map.of(),
                                OptionalLong.of(7),
                                "13800000007",
                                3,
                                2,
                                Map.of()))
                        .toList(),
                List.of(new LiveSnapshot.Line(AT - 1_000, "138\u001b[31m calls 10060")));
    }

    @Test
    void drawsCallsQueuesAgentsAndEvents() {
        List<String> lines = new Board(90, 24, false, ZoneOffset.UTC).draw(snapshot(2));
        assertThat(String.join("\n", lines)).isEqualTo("""
                Rexian  12:00:00   up 1h02   calls 2   answered 9 of 10

                queue            waiting ringing longest  ready  answered abandoned  asa     in time
                service                1       0    1m07      1         7         1     4s      90 %

                agent            state          since    calls  talking to
                a0 王伟          talking        5s           2  13800000007
                a1 Ann           talking        5s           2  13800000007

                events
                11:59:59  138\\u001b[31m calls 10060""");
    }

    @Test
    void fitsWhateverTerminalThereIs() {
        for (int height = 1; height < 60; height++) {
            for (int width : new int[] {1, 5, 40, 200}) {
                List<String> lines = new Board(width, height, false, ZoneOffset.UTC).draw(snapshot(300));
                assertThat(lines).hasSizeLessThanOrEqualTo(height);
                assertThat(lines).allMatch(line -> Columns.width(line) <= width);
            }
        }
    }

    @Test
    void coloursOnlyWhereTheyAreWanted() {
        assertThat(new Board(90, 24, true, ZoneOffset.UTC).draw(snapshot(1)))
                .anyMatch(line -> line.startsWith("\u001b[36ma0 王伟"));
        assertThat(new Board(90, 24, false, ZoneOffset.UTC).draw(snapshot(1)))
                .noneMatch(line -> line.contains("\u001b"));
    }

    @Test
    void aChineseCharacterTakesTwoColumns() {
        assertThat(Columns.pad("王伟", 6)).isEqualTo("王伟  ");
        assertThat(Columns.cut("王伟强", 5)).isEqualTo("王伟…");
        assertThat(Columns.cut("王伟强", 4)).isEqualTo("王…");
    }
}
