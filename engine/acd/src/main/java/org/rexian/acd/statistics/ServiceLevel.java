package org.rexian.acd.statistics;

import java.util.OptionalDouble;

/**
 * The four figures that go by the name of service level, 0–1, empty while there is nothing to divide by. A answered, B
 * abandoned, Y the threshold; short abandons, where a cut is set, are in none of them.
 *
 * @param f1 (A≤Y + B≤Y) ÷ (A + B): whoever hung up in time counts as served in time
 * @param f2 A≤Y ÷ A: abandoned callers don't count
 * @param f3 A≤Y ÷ (A + B): every abandoned caller counts against it
 * @param f4 A≤Y ÷ (A + B>Y): callers who hung up in time don't count
 */
public record ServiceLevel(OptionalDouble f1, OptionalDouble f2, OptionalDouble f3, OptionalDouble f4) {

    /** Which of the four is meant where one alone is shown. */
    public enum Formula {
        F1,
        F2,
        F3,
        F4
    }

    /**
     * All four from their counts.
     *
     * @param answeredInTime of the answered, after no more than Y
     * @param abandonedInTime of the abandoned, after no more than Y
     */
    public static ServiceLevel of(long answered, long answeredInTime, long abandoned, long abandonedInTime) {
        return new ServiceLevel(
                ratio(answeredInTime + abandonedInTime, answered + abandoned),
                ratio(answeredInTime, answered),
                ratio(answeredInTime, answered + abandoned),
                ratio(answeredInTime, answered + abandoned - abandonedInTime));
    }

    /** The one that is meant. */
    public OptionalDouble by(Formula formula) {
        return switch (formula) {
            case F1 -> f1;
            case F2 -> f2;
            case F3 -> f3;
            case F4 -> f4;
        };
    }

    private static OptionalDouble ratio(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
