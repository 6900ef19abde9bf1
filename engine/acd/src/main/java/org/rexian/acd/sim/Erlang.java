package org.rexian.acd.sim;

/**
 * The closed formulas of queueing theory for one queue of equal agents: Erlang C (callers wait for ever) and Erlang A
 * (callers give up after an exponential patience). Offered traffic in Erlang: calls a time × mean handling time.
 */
public final class Erlang {

    private static final double NEGLIGIBLE = 1e-16;

    private Erlang() {}

    /** What Erlang A says. Times in the unit of its arguments. */
    public record Abandonment(double abandoned, double waited, double meanWait, double occupancy) {}

    /** Erlang C: the probability that a caller has to wait; 1 where agents are too few. */
    public static double waits(double erlangs, int agents) {
        if (agents <= erlangs) {
            return 1;
        }
        double blocked = blocked(erlangs, agents);
        return blocked / (1 - erlangs / agents * (1 - blocked));
    }

    /** Erlang C: the mean wait, in the unit of the handling time; infinite where agents are too few. */
    public static double meanWait(double erlangs, int agents, double handlingTime) {
        return agents <= erlangs
                ? Double.POSITIVE_INFINITY
                : waits(erlangs, agents) * handlingTime / (agents - erlangs);
    }

    /** Erlang C: the share answered within {@code threshold}; both times in the same unit. */
    public static double serviceLevel(double erlangs, int agents, double handlingTime, double threshold) {
        return agents <= erlangs
                ? 0
                : 1 - waits(erlangs, agents) * Math.exp(-(agents - erlangs) * threshold / handlingTime);
    }

    /** Erlang C: the fewest agents who answer this share within the threshold. */
    public static int agentsFor(double erlangs, double handlingTime, double threshold, double share) {
        if (!(share < 1) || !(erlangs >= 0) || Double.isInfinite(erlangs)) {
            throw new IllegalArgumentException("no number of agents answers " + share + " of " + erlangs + " Erlang");
        }
        int agents = (int) Math.floor(erlangs) + 1;
        while (serviceLevel(erlangs, agents, handlingTime, threshold) < share) {
            agents++;
        }
        return agents;
    }

    /** Erlang A: the stationary state of M/M/n+M, by its birth and death rates. */
    public static Abandonment abandonment(double arrivalRate, double handlingTime, double meanPatience, int agents) {
        double serving = 1 / handlingTime;
        double leaving = 1 / meanPatience;
        double weight = 1;
        double sum = 1;
        double waiting = 0;
        double busy = 0;
        double inLine = 0;
        for (int n = 1; n <= agents || weight / sum > NEGLIGIBLE || n < arrivalRate * handlingTime; n++) {
            weight *= arrivalRate / (Math.min(n, agents) * serving + Math.max(0, n - agents) * leaving);
            sum += weight;
            busy += weight * Math.min(n, agents);
            inLine += weight * Math.max(0, n - agents);
            waiting += n >= agents ? weight : 0;
            if (sum > 1e280) {
                weight /= 1e280;
                sum /= 1e280;
                busy /= 1e280;
                inLine /= 1e280;
                waiting /= 1e280;
            }
        }
        double line = inLine / sum;
        return new Abandonment(line * leaving / arrivalRate, waiting / sum, line / arrivalRate, busy / sum / agents);
    }

    /** Erlang B by its recursion, which neither overflows nor loses digits. */
    private static double blocked(double erlangs, int agents) {
        double blocked = 1;
        for (int n = 1; n <= agents; n++) {
            blocked = erlangs * blocked / (n + erlangs * blocked);
        }
        return blocked;
    }
}
