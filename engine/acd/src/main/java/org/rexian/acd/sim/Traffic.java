package org.rexian.acd.sim;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The callers of one replication, in the order of their arrival. They are drawn before any policy sees them: each group has
 * generators of its own for arrivals, talks, wrap-up and patience, so that two policies meet the same people (common
 * random numbers), and a change to one group leaves the callers of the others as they were.
 *
 * <p>Arrays belong to this and are read only; index is the caller, times in milliseconds.
 */
final class Traffic {

    final int size;
    final long[] at;
    final int[] group;
    final long[] talk;
    final long[] wrapUp;
    final long[] patience;

    private Traffic(Growing calls) {
        size = calls.size;
        int[] order = calls.inOrder();
        at = pick(calls.at, order);
        talk = pick(calls.talk, order);
        wrapUp = pick(calls.wrapUp, order);
        patience = pick(calls.patience, order);
        group = Arrays.stream(order).map(i -> calls.group[i]).toArray();
    }

    static Traffic draw(Scenario scenario, long seed) {
        Growing calls = new Growing();
        for (int i = 0; i < scenario.groups().size(); i++) {
            new Callers(scenario.groups().get(i), i, seed).come(scenario.horizonMillis(), calls);
        }
        for (int i = 0; i < scenario.groups().size(); i++) {
            new Callers(scenario.groups().get(i), i, ~seed).comeAgain(scenario, calls);
        }
        return new Traffic(calls);
    }

    /** A generator for one purpose, a function of its name alone. */
    static SplittableRandom generator(long seed, String name, String purpose) {
        long hash = seed;
        for (int i = 0; i < name.length(); i++) {
            hash = hash * 0x5851F42D4C957F2DL + name.charAt(i);
        }
        for (int i = 0; i < purpose.length(); i++) {
            hash = hash * 0x5851F42D4C957F2DL + purpose.charAt(i);
        }
        return new SplittableRandom(hash).split();
    }

    private static long[] pick(long[] from, int[] order) {
        long[] picked = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            picked[i] = from[order[i]];
        }
        return picked;
    }

    /** The callers of one group, each purpose with its own generator. */
    private record Callers(
            CallerGroup group,
            int index,
            SplittableRandom arrivals,
            SplittableRandom talks,
            SplittableRandom wrapUps,
            SplittableRandom patiences) {

        Callers(CallerGroup group, int index, long seed) {
            this(
                    group,
                    index,
                    generator(seed, group.name(), "arrivals"),
                    generator(seed, group.name(), "talk"),
                    generator(seed, group.name(), "wrap-up"),
                    generator(seed, group.name(), "patience"));
        }

        void come(long horizon, Growing calls) {
            double at = group.rates().next(0, horizon, arrivals);
            while (at < horizon) {
                calls.add((long) at, index, group.talk().draw(talks), wrapUp(), patience());
                at = group.rates().next(at, horizon, arrivals);
            }
        }

        void comeAgain(Scenario scenario, Growing calls) {
            for (RecordedCall call : scenario.replay()) {
                if (call.group() == index) {
                    long talk = group.talk().draw(talks);
                    long wrapUp = wrapUp();
                    long patience = patience();
                    calls.add(
                            call.atMillis(),
                            index,
                            call.talkMillis().orElse(talk),
                            call.wrapUpMillis().orElse(wrapUp),
                            call.patienceMillis().orElse(patience));
                }
            }
        }

        private long wrapUp() {
            return group.wrapUp().isPresent() ? group.wrapUp().get().draw(wrapUps) : Simulation.WRAP_UP_OF_QUEUE;
        }

        /** Nobody gives up in the very millisecond of the call. */
        private long patience() {
            return Math.max(1, group.patience().draw(patiences));
        }
    }

    private static final class Growing {
        private long[] at = new long[1024];
        private int[] group = new int[1024];
        private long[] talk = new long[1024];
        private long[] wrapUp = new long[1024];
        private long[] patience = new long[1024];
        private int size;

        void add(long atMillis, int groupIndex, long talkMillis, long wrapUpMillis, long patienceMillis) {
            if (size == at.length) {
                at = Arrays.copyOf(at, size * 2);
                group = Arrays.copyOf(group, size * 2);
                talk = Arrays.copyOf(talk, size * 2);
                wrapUp = Arrays.copyOf(wrapUp, size * 2);
                patience = Arrays.copyOf(patience, size * 2);
            }
            at[size] = atMillis;
            group[size] = groupIndex;
            talk[size] = talkMillis;
            wrapUp[size] = wrapUpMillis;
            patience[size] = patienceMillis;
            size++;
        }

        /** By time, and by the order of the groups within a millisecond: 17 years and 16 million calls fit into one long. */
        int[] inOrder() {
            if (size > 0xFFFFFF) {
                throw new IllegalArgumentException(size + " calls are more than one replication can hold");
            }
            long[] keys = new long[size];
            for (int i = 0; i < size; i++) {
                keys[i] = (at[i] << 24) | i;
            }
            Arrays.sort(keys);
            int[] order = new int[size];
            for (int i = 0; i < size; i++) {
                order[i] = (int) (keys[i] & 0xFFFFFF);
            }
            return order;
        }
    }
}
