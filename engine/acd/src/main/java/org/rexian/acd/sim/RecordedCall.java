package org.rexian.acd.sim;

import java.util.OptionalLong;

/**
 * A call that really came, to be replayed. What the record doesn't know is drawn from its group: an answered caller's
 * patience, the talk of one who gave up.
 *
 * @param atMillis since the first midnight
 * @param group whose queue, requirement and class it has: an index into {@link Scenario#groups()}
 */
public record RecordedCall(
        long atMillis, int group, OptionalLong talkMillis, OptionalLong wrapUpMillis, OptionalLong patienceMillis) {}
