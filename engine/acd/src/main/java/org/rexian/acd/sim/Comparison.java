package org.rexian.acd.sim;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Policies side by side over paired replications. Since all of them met the same callers, a difference is far better known
 * than either of its sides.
 *
 * @param replications figures by replication, then by policy
 */
public record Comparison(List<Policy> policies, List<List<DayFigures>> replications) {

    /** All subjects that any replication has. */
    public List<Subject> subjects() {
        return replications.stream()
                .flatMap(List::stream)
                .flatMap(figures -> figures.subjects().stream())
                .distinct()
                .sorted(Comparator.comparing(Subject::kind))
                .toList();
    }

    public Estimate estimate(int policy, Subject subject, Measure measure) {
        return Estimate.of(values(policy, subject, measure));
    }

    /** Policy less baseline, replication by replication. */
    public Estimate difference(int policy, int baseline, Subject subject, Measure measure) {
        double[] mine = values(policy, subject, measure);
        double[] theirs = values(baseline, subject, measure);
        return Estimate.of(IntStream.range(0, mine.length)
                .mapToDouble(i -> mine[i] - theirs[i])
                .toArray());
    }

    /** The service level of the worst subject of this kind, replication by replication: who is worst may change. */
    public Estimate worst(int policy, Subject.Kind kind, Measure measure) {
        return Estimate.of(worstOf(policy, kind, measure));
    }

    /** {@link #worst} of the policy less that of the baseline. */
    public Estimate worstDifference(int policy, int baseline, Subject.Kind kind, Measure measure) {
        double[] mine = worstOf(policy, kind, measure);
        double[] theirs = worstOf(baseline, kind, measure);
        return Estimate.of(IntStream.range(0, mine.length)
                .mapToDouble(i -> mine[i] - theirs[i])
                .toArray());
    }

    /** The curves of all replications together. */
    public Curves curves(int policy) {
        Curves sum = new Curves();
        replications.forEach(each -> sum.addAll(each.get(policy).curves()));
        return sum;
    }

    private double[] values(int policy, Subject subject, Measure measure) {
        return replications.stream()
                .mapToDouble(each -> each.get(policy).of(subject, measure))
                .toArray();
    }

    private double[] worstOf(int policy, Subject.Kind kind, Measure measure) {
        return replications.stream()
                .mapToDouble(each -> {
                    DayFigures figures = each.get(policy);
                    return figures.subjects().stream()
                            .filter(subject -> subject.kind() == kind)
                            .mapToDouble(subject -> figures.of(subject, measure))
                            .filter(value -> !Double.isNaN(value))
                            .min()
                            .orElse(Double.NaN);
                })
                .toArray();
    }
}
