package org.rexian.call;

import java.util.concurrent.atomic.LongAdder;
import org.rexian.sip.RefusedInvite;

/**
 * The records of INVITEs that the SIP layer refused. Whoever floods us with INVITEs must not fill the disk with our accounts of
 * them: past {@value #MAX_A_SECOND} in a second they are counted and nothing else.
 */
final class RefusalAccounts {

    /** Far above what misconfigured phones cause, and 4.3 million rows a day at worst. */
    static final int MAX_A_SECOND = 50;

    /** A longer Call-ID or number is nothing that one would look up. */
    private static final int MAX_TEXT = 255;

    private final CallCenter center;
    private final LongAdder unrecorded = new LongAdder();
    private long second;
    private int inSecond;

    RefusalAccounts(CallCenter center) {
        this.center = center;
    }

    void take(RefusedInvite refused) {
        long now = center.loop().now();
        if (now / 1_000 != second) {
            second = now / 1_000;
            inSecond = 0;
        }
        if (++inSecond > MAX_A_SECOND) {
            unrecorded.increment();
            return;
        }
        RecordDraft draft = new RecordDraft(
                center.ids().next(now), cut(refused.callId()), "", cut(refused.fromUser()), cut(refused.toUser()), now);
        center.refused(draft.complete(now, "rejected", refused.status()));
    }

    /** Any thread. */
    long unrecorded() {
        return unrecorded.sum();
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
