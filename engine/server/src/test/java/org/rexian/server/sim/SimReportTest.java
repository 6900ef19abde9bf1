package org.rexian.server.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rexian.acd.RoutingRules;
import org.rexian.acd.RoutingRules.ContactChoice;
import org.rexian.acd.RoutingRules.CustomerClass;
import org.rexian.acd.RoutingRules.Reservation;
import org.rexian.acd.sim.Estimate;
import org.rexian.acd.sim.Measure;

/** Figures as text. */
class SimReportTest {

    @Test
    void cells() {
        assertThat(Cells.with(new Estimate(0.92614, 0.0038, 20), Measure.F1)).isEqualTo("92.6 ±0.4");
        assertThat(Cells.with(new Estimate(12.3, Double.NaN, 1), Measure.ASA)).isEqualTo("12.3");
        assertThat(Cells.with(new Estimate(Double.NaN, Double.NaN, 0), Measure.ASA))
                .isEqualTo("–");
        assertThat(Cells.plain(new Estimate(1041.4, 3, 20), Measure.OFFERED)).isEqualTo("1041");
        assertThat(Cells.signed(new Estimate(0.2, 0.01, 20), Measure.F1)).isEqualTo("+20.0 ±1.0");
        assertThat(Cells.signed(new Estimate(-0.0001, 0.01, 20), Measure.F1)).isEqualTo("0.0 ±1.0");
    }

    @Test
    void tablesLineUp() {
        assertThat(new TextTable()
                        .row(List.of("", "calls", "F1"))
                        .row(List.of("all", "7", "92.6 ±0.4"))
                        .lines())
                .containsExactly("     calls         F1", "all      7  92.6 ±0.4");
    }

    @Test
    void progressIsOneLine() {
        assertThat(ProgressBar.line(1, 4, "replications", 2.5))
                .isEqualTo("[##########                              ] 1 of 4 replications, 2.5 s");
    }

    @Test
    void rulesToPaste() {
        RoutingRules rules = new RoutingRules(
                ContactChoice.SERVICE_LEVEL,
                1000,
                1500,
                List.of(new CustomerClass("vip", 2.5, 10_000)),
                List.of(new Reservation("lang.bo >= 1", "it's", 2)),
                1);
        assertThat(RulesYaml.lines(rules))
                .containsExactly(
                        "routing:",
                        "  contact-choice: service-level",
                        "  point: 1s",
                        "  aging: 1500ms",
                        "  classes:",
                        "    - {name: 'vip', weight: 2.5, target: 10s}",
                        "  reservations:",
                        "    - {agents: 'lang.bo >= 1', class: 'it''s', keep: 2}");
    }
}
