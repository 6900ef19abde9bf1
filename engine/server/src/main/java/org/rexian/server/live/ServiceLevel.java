package org.rexian.server.live;

import java.util.OptionalDouble;

/**
 * The four figures that go by the name of service level, 0–1, empty while nothing is to be divided by. With A answered, B
 * abandoned and Y the threshold:
 *
 * @param f1 (A≤Y + B≤Y) ÷ (A + B): whoever hung up in time counts as served in time
 * @param f2 A≤Y ÷ A: abandoned callers don't count
 * @param f3 A≤Y ÷ (A + B): every abandoned caller counts against it
 * @param f4 A≤Y ÷ (A + B>Y): short abandons don't count
 */
public record ServiceLevel(OptionalDouble f1, OptionalDouble f2, OptionalDouble f3, OptionalDouble f4) {

    static ServiceLevel of(long answered, long answeredInTime, long abandoned, long abandonedInTime) {
        return new ServiceLevel(
                ratio(answeredInTime + abandonedInTime, answered + abandoned),
                ratio(answeredInTime, answered),
                ratio(answeredInTime, answered + abandoned),
                ratio(answeredInTime, answered + abandoned - abandonedInTime));
    }

    private static OptionalDouble ratio(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
