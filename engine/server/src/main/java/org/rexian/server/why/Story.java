package org.rexian.server.why;

import java.util.List;

/**
 * What the router decided about one contact, in order.
 *
 * @param call the call that it belongs to; the contact itself where no call is known
 * @param left decisions that were left out in the middle, because there were too many
 */
public record Story(long contact, long call, List<Decision> decisions, int left) {

    /** When it began, epoch milliseconds. */
    public long startedAt() {
        return decisions.isEmpty() ? 0 : decisions.getFirst().at();
    }

    /** When it was over, or when the last decision fell. */
    public long endedAt() {
        return decisions.isEmpty() ? 0 : decisions.getLast().at();
    }
}
