package org.rexian.acd.statistics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What was counted under one name, and what follows from it. Immutable; a figure is empty while there is nothing to divide by. */
public final class Figures {

    /** Nothing happened. */
    public static final Figures NONE = new Figures(new long[Measure.COUNT], new long[0]);

    private final long[] values;
    private final long[] waits;

    /** Both arrays become this object's; {@code waits} is empty where none are kept. */
    Figures(long[] values, long[] waits) {
        this.values = values;
        this.waits = waits;
    }

    /**
     * From what was kept elsewhere.
     *
     * @param counts measures that are left out are 0
     * @param waits answered contacts by bucket, as {@link #waits} gives them; other buckets are left out
     */
    public static Figures of(Map<Measure, Long> counts, Map<Integer, Long> waits) {
        long[] values = new long[Measure.COUNT];
        counts.forEach((measure, value) -> values[measure.place()] = value);
        long[] buckets = new long[waits.isEmpty() ? 0 : WaitBuckets.COUNT];
        waits.forEach((bucket, count) -> {
            if (bucket >= 0 && bucket < buckets.length) {
                buckets[bucket] = count;
            }
        });
        return new Figures(values, buckets);
    }

    public long get(Measure measure) {
        return values[measure.place()];
    }

    /** True if nothing at all was counted. */
    public boolean isEmpty() {
        return Arrays.stream(values).allMatch(value -> value == 0);
    }

    /** Everything but what is 0. */
    public Map<Measure, Long> counts() {
        Map<Measure, Long> counts = new EnumMap<>(Measure.class);
        for (Measure measure : Row.MEASURES) {
            if (get(measure) != 0) {
                counts.put(measure, get(measure));
            }
        }
        return counts;
    }

    /** How many of the answered waited how long, by number of the bucket; those without are left out. */
    public Map<Integer, Long> waits() {
        Map<Integer, Long> filled = new TreeMap<>();
        for (int i = 0; i < waits.length; i++) {
            if (waits[i] != 0) {
                filled.put(i, waits[i]);
            }
        }
        return filled;
    }

    /** Both together, for example two intervals of one queue. */
    public Figures plus(Figures other) {
        long[] sum = values.clone();
        for (Measure measure : Row.MEASURES) {
            int i = measure.place();
            sum[i] = measure.merge(sum[i], other.values[i]);
        }
        long[] buckets = waits.length >= other.waits.length ? waits.clone() : other.waits.clone();
        long[] fewer = waits.length >= other.waits.length ? other.waits : waits;
        for (int i = 0; i < fewer.length; i++) {
            buckets[i] += fewer[i];
        }
        return new Figures(sum, buckets);
    }

    /** Inbound entries: ARRIVED + OVERFLOWED_IN + TRANSFERRED_IN + REQUEUED. */
    public long offered() {
        return get(Measure.ARRIVED) + get(Measure.OVERFLOWED_IN) + get(Measure.TRANSFERRED_IN) + get(Measure.REQUEUED);
    }

    /** Contacts turned or taken away by a limit of the queue. */
    public long limitExits() {
        return get(Measure.LIMIT_FULL)
                + get(Measure.LIMIT_MAX_WAIT)
                + get(Measure.LIMIT_NO_AGENTS)
                + get(Measure.LIMIT_CLOSED);
    }

    /** Inbound contacts that wait or ring; of all intervals up to now, for of one alone this is what came more than went. */
    public long present() {
        return offered() - gone();
    }

    /** Customers still to be reached; of all intervals up to now, as {@link #present}. */
    public long dialledPresent() {
        return get(Measure.CALLBACKS_REQUESTED)
                + get(Measure.DIALLED_ARRIVED)
                + get(Measure.DIALLED_IN)
                - get(Measure.REACHED)
                - get(Measure.CALLBACKS_FAILED)
                - get(Measure.CALLBACKS_EXPIRED)
                - get(Measure.DIALLED_OUT)
                - get(Measure.DIALLED_GONE);
    }

    /** Inbound entries that are over, one way or other. */
    public long gone() {
        return get(Measure.ANSWERED)
                + get(Measure.ABANDONED)
                + get(Measure.SHORT_ABANDONED)
                + get(Measure.LEFT_QUEUE)
                + limitExits()
                + get(Measure.OVERFLOWED_OUT)
                + get(Measure.CALLBACKS_REQUESTED)
                + get(Measure.REMOVED)
                + get(Measure.LOST);
    }

    /** All four service levels. */
    public ServiceLevel serviceLevel() {
        return ServiceLevel.of(
                get(Measure.ANSWERED),
                get(Measure.ANSWERED_IN_TIME),
                get(Measure.ABANDONED),
                get(Measure.ABANDONED_IN_TIME));
    }

    /** 人工接通率: answered ÷ asked for an agent, that is of those who are not present any more and did not move on. */
    public OptionalDouble humanAnswerRate() {
        long moved = get(Measure.OVERFLOWED_OUT);
        return ratio(get(Measure.ANSWERED), gone() - moved);
    }

    /** ABANDONED ÷ (ANSWERED + ABANDONED). */
    public OptionalDouble abandonRate() {
        return ratio(get(Measure.ABANDONED), get(Measure.ANSWERED) + get(Measure.ABANDONED));
    }

    /** ASA, average speed of answer: waits of the answered ÷ ANSWERED. */
    public OptionalLong averageAnswerMillis() {
        return average(get(Measure.WAIT_ANSWERED_MILLIS), get(Measure.ANSWERED));
    }

    /** AHT, average handle time: (talk + hold + wrap-up) ÷ HANDLED. */
    public OptionalLong averageHandleMillis() {
        long work = get(Measure.TALK_MILLIS) + get(Measure.HOLD_MILLIS) + get(Measure.WRAP_UP_MILLIS);
        return average(work, get(Measure.HANDLED));
    }

    /** Talk without hold ÷ HANDLED. */
    public OptionalLong averageTalkMillis() {
        return average(get(Measure.TALK_MILLIS), get(Measure.HANDLED));
    }

    /** Time of agents in any state but SIGNED_OUT. */
    public long signedInMillis() {
        return busyMillis()
                + get(Measure.NOT_READY_STATE_MILLIS)
                + get(Measure.READY_STATE_MILLIS)
                + get(Measure.UNREACHABLE_STATE_MILLIS);
    }

    /** (talking + held + wrap-up + ringing) ÷ (signed in less not ready). */
    public OptionalDouble occupancy() {
        return ratio(busyMillis(), signedInMillis() - get(Measure.NOT_READY_STATE_MILLIS));
    }

    private long busyMillis() {
        return get(Measure.RESERVED_STATE_MILLIS)
                + get(Measure.TALKING_STATE_MILLIS)
                + get(Measure.HELD_STATE_MILLIS)
                + get(Measure.WRAP_UP_STATE_MILLIS);
    }

    /**
     * A wait that {@code percent} of the answered did not exceed; up to 6.25 % too high. Empty where no waits are kept or nobody
     * was answered.
     */
    public OptionalLong waitMillis(double percent) {
        long total = Arrays.stream(waits).sum();
        long rank = Math.max(1, (long) Math.ceil(total * percent / 100));
        long seen = 0;
        for (int i = 0; i < waits.length; i++) {
            seen += waits[i];
            if (seen >= rank && total > 0) {
                return OptionalLong.of(Math.min(WaitBuckets.highestMillis(i), get(Measure.LONGEST_WAIT_MILLIS)));
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalDouble ratio(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    private static OptionalLong average(long sum, long count) {
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(sum / count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Figures figures
                && Arrays.equals(values, figures.values)
                && waits().equals(figures.waits());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** Only what is not 0. */
    @Override
    public String toString() {
        return counts().toString();
    }
}
