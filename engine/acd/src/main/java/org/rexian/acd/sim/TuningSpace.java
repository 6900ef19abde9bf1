package org.rexian.acd.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.RoutingRules;
import org.rexian.acd.RoutingRules.CustomerClass;
import org.rexian.acd.RoutingRules.Reservation;

/**
 * What a tuner may turn: each customer class's weight and target, and how many agents each reservation keeps back. A point
 * is an array: weights and targets as powers of two beside those of the configuration, then the kept agents.
 */
final class TuningSpace {

    private static final double WEIGHT_OCTAVES = 4;
    private static final double TARGET_OCTAVES = 2;
    private static final int MOST_KEPT = 4;

    private final AcdConfiguration base;
    private final List<CustomerClass> classes;
    private final List<Reservation> reservations;

    /** Classes and reservations that the configuration does not have yet are added for every group of callers. */
    TuningSpace(AcdConfiguration base, List<CallerGroup> callers) {
        this.base = base;
        Map<String, CustomerClass> byName = new LinkedHashMap<>();
        base.rules().classes().forEach(each -> byName.put(each.name(), each));
        List<Reservation> all = new ArrayList<>(base.rules().reservations());
        for (CallerGroup group : callers) {
            String name = group.customerClass();
            if (!name.isEmpty()) {
                byName.putIfAbsent(name, new CustomerClass(name, 1, group.targetMillis()));
            }
            boolean kept = all.stream()
                    .anyMatch(each -> each.agents().equals(group.requirement())
                            && each.customerClass().equals(name));
            if (!kept && !(group.requirement().isEmpty() && name.isEmpty())) {
                all.add(new Reservation(group.requirement(), name, 0));
            }
        }
        classes = List.copyOf(byName.values());
        reservations = List.copyOf(all);
    }

    int size() {
        return 2 * classes.size() + reservations.size();
    }

    /** The configuration as it is. */
    double[] origin() {
        double[] point = new double[size()];
        for (int i = 0; i < reservations.size(); i++) {
            point[2 * classes.size() + i] = reservations.get(i).keep();
        }
        return point;
    }

    double[] anywhere(SplittableRandom random) {
        double[] point = new double[size()];
        for (int i = 0; i < point.length; i++) {
            double reach = reach(i);
            point[i] = isReservation(i)
                    ? random.nextInt((int) reach + 1) * random.nextInt(2)
                    : random.nextDouble(-reach, reach);
        }
        return point;
    }

    /** One or two steps away; {@code width} from 1, the whole reach, down to 0. */
    double[] near(double[] from, double width, SplittableRandom random) {
        double[] point = from.clone();
        int changes = 1 + random.nextInt(2);
        for (int i = 0; i < changes; i++) {
            int gene = random.nextInt(point.length);
            double step =
                    isReservation(gene) ? (random.nextBoolean() ? 1 : -1) : random.nextGaussian() * reach(gene) * width;
            double lowest = isReservation(gene) ? 0 : -reach(gene);
            point[gene] = Math.clamp(point[gene] + step, lowest, reach(gene));
        }
        return point;
    }

    AcdConfiguration at(double[] point) {
        List<CustomerClass> weighed = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            CustomerClass each = classes.get(i);
            double weight = rounded(each.weight() * Math.pow(2, point[2 * i]));
            long seconds = Math.round(each.targetMillis() / 1000.0 * Math.pow(2, point[2 * i + 1]));
            weighed.add(
                    new CustomerClass(each.name(), weight, each.targetMillis() == 0 ? 0 : Math.max(1, seconds) * 1000));
        }
        List<Reservation> keeping = new ArrayList<>();
        for (int i = 0; i < reservations.size(); i++) {
            Reservation each = reservations.get(i);
            int keep = (int) point[2 * classes.size() + i];
            if (keep > 0) {
                keeping.add(new Reservation(each.agents(), each.customerClass(), keep));
            }
        }
        RoutingRules rules = base.rules();
        return new AcdConfiguration(
                base.queues(),
                base.agents(),
                new RoutingRules(
                        rules.contactChoice(),
                        rules.pointMillis(),
                        rules.agingMillis(),
                        List.copyOf(weighed),
                        List.copyOf(keeping),
                        rules.seed()));
    }

    private boolean isReservation(int gene) {
        return gene >= 2 * classes.size();
    }

    private double reach(int gene) {
        return isReservation(gene) ? MOST_KEPT : gene % 2 == 0 ? WEIGHT_OCTAVES : TARGET_OCTAVES;
    }

    /** Two decimals: a weight is for people to read. */
    private static double rounded(double weight) {
        return Math.max(0.01, Math.round(weight * 100) / 100.0);
    }
}
