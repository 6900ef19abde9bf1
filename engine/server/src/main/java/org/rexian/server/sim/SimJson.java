package org.rexian.server.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rexian.acd.sim.Comparison;
import org.rexian.acd.sim.Estimate;
import org.rexian.acd.sim.Measure;
import org.rexian.acd.sim.Subject;
import org.rexian.server.config.SimulationPlan;

/** The report for programs: every figure of every subject, with its confidence interval. Figures that do not exist are left out. */
record SimJson(String name, int days, long seed, int replications, List<PolicyRow> policies) {

    /** One policy; {@code difference} is to the first one, empty for the first. */
    record PolicyRow(String name, List<SubjectRow> figures, List<SubjectRow> difference) {}

    /** One row; {@code kind} is floor, queue, class or group. */
    record SubjectRow(String kind, String name, Map<String, Interval> measures) {}

    /** {@code mean} ± {@code half}, 95 %; {@code half} is 0 where there is one replication only. */
    record Interval(double mean, double half) {}

    static SimJson of(SimulationPlan plan, long seed, Comparison played) {
        List<PolicyRow> policies = new ArrayList<>();
        for (int policy = 0; policy < played.policies().size(); policy++) {
            policies.add(new PolicyRow(
                    played.policies().get(policy).name(),
                    rows(played, policy, false),
                    policy == 0 ? List.of() : rows(played, policy, true)));
        }
        return new SimJson(
                plan.name(), plan.scenario().days(), seed, played.replications().size(), policies);
    }

    private static List<SubjectRow> rows(Comparison played, int policy, boolean difference) {
        return played.subjects().stream()
                .map(subject -> new SubjectRow(
                        subject.kind().name().toLowerCase(Locale.ROOT),
                        subject.name(),
                        measures(played, policy, subject, difference)))
                .toList();
    }

    private static Map<String, Interval> measures(Comparison played, int policy, Subject subject, boolean difference) {
        Map<String, Interval> measures = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            Estimate estimate = difference
                    ? played.difference(policy, 0, subject, measure)
                    : played.estimate(policy, subject, measure);
            if (!Double.isNaN(estimate.mean())) {
                double half = Double.isNaN(estimate.half()) ? 0 : estimate.half();
                measures.put(
                        measure.name().toLowerCase(Locale.ROOT).replace('_', '-'), new Interval(estimate.mean(), half));
            }
        }
        return measures;
    }
}
