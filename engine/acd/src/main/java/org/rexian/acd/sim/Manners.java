package org.rexian.acd.sim;

/**
 * How agents treat their phones.
 *
 * @param answer from the first ring to the answer
 * @param noAnswer the share of offers that nobody answers, 0 to 1
 * @param backMillis how long an agent whose phone rang out stays away
 */
public record Manners(Spread answer, double noAnswer, long backMillis) {

    /** Every phone is answered at the first ring. */
    public static Manners ideal() {
        return new Manners(new Spread.Constant(0), 0, 30_000);
    }
}
