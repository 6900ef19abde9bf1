package org.rexian.acd.sim;

/** How many wait in each queue: mean and longest over the window, and the mean of each slice of the day for the curve. */
final class QueueLengths {

    static final long SLICE_MILLIS = 300_000;

    private final Window window;
    private final long[] since;
    private final int[] length;
    private final int[] longest;
    private final double[][] area;

    QueueLengths(int queues, Window window, long horizon) {
        this.window = window;
        since = new long[queues];
        length = new int[queues];
        longest = new int[queues];
        area = new double[queues][(int) ((horizon + SLICE_MILLIS - 1) / SLICE_MILLIS)];
    }

    void change(int queue, int by, long now) {
        settle(queue, now);
        length[queue] += by;
    }

    void close(long now) {
        for (int queue = 0; queue < length.length; queue++) {
            settle(queue, now);
        }
    }

    /** A length counts from the moment that it has lasted for a millisecond: who is offered an agent at once never waited. */
    private void settle(int queue, long now) {
        long from = since[queue];
        since[queue] = now;
        if (now == from || length[queue] == 0) {
            return;
        }
        if (window.overlap(from, now) > 0) {
            longest[queue] = Math.max(longest[queue], length[queue]);
        }
        long at = from;
        while (at < now && at / SLICE_MILLIS < area[queue].length) {
            int slice = (int) (at / SLICE_MILLIS);
            long end = Math.min(now, (slice + 1) * SLICE_MILLIS);
            area[queue][slice] += (double) length[queue] * (end - at);
            at = end;
        }
    }

    int longest(int queue) {
        return longest[queue];
    }

    /** Mean length over the window. */
    double mean(int queue) {
        double sum = 0;
        for (int slice = 0; slice < area[queue].length; slice++) {
            if (window.overlap(slice * SLICE_MILLIS, (slice + 1) * SLICE_MILLIS) > 0) {
                sum += area[queue][slice];
            }
        }
        return sum / Math.max(1, window.millis());
    }

    /** Mean length in each slice from the first midnight on. */
    double[] curve(int queue) {
        double[] means = area[queue].clone();
        for (int slice = 0; slice < means.length; slice++) {
            means[slice] /= SLICE_MILLIS;
        }
        return means;
    }
}
