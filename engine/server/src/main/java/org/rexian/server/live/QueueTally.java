package org.rexian.server.live;

import org.rexian.acd.statistics.ServiceLevel;

/** Sums over the contacts of one queue that the router itself does not keep. For the ACD thread. */
final class QueueTally {

    private final long thresholdMillis;
    private long answered;
    private long answeredInTime;
    private long abandoned;
    private long abandonedInTime;
    private long answeredWaitMillis;
    private long longestWaitMillis;
    private long talks;
    private long talkMillis;

    QueueTally(long thresholdMillis) {
        this.thresholdMillis = thresholdMillis;
    }

    void answered(long waitMillis) {
        answered++;
        answeredInTime += waitMillis <= thresholdMillis ? 1 : 0;
        answeredWaitMillis += waitMillis;
        longestWaitMillis = Math.max(longestWaitMillis, waitMillis);
    }

    void abandoned(long waitMillis) {
        abandoned++;
        abandonedInTime += waitMillis <= thresholdMillis ? 1 : 0;
        longestWaitMillis = Math.max(longestWaitMillis, waitMillis);
    }

    void talked(long millis) {
        talks++;
        talkMillis += millis;
    }

    ServiceLevel serviceLevel() {
        return ServiceLevel.of(answered, answeredInTime, abandoned, abandonedInTime);
    }

    long averageAnswerMillis() {
        return answered == 0 ? 0 : answeredWaitMillis / answered;
    }

    long averageTalkMillis() {
        return talks == 0 ? 0 : talkMillis / talks;
    }

    long longestWaitMillis() {
        return longestWaitMillis;
    }
}
