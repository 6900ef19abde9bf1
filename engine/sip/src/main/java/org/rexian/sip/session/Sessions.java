package org.rexian.sip.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All sessions by our tag, which is random and ours alone: one look-up finds the session of any message. One that has ended stays
 * until its BYE is answered, so that a BYE which crosses ours finds it. Call loop only.
 */
final class Sessions {
    private final int bound;
    private final Map<String, Session> byLocalTag = new HashMap<>(4_096);
    private @Nullable Runnable onDrained;

    Sessions(int bound) {
        this.bound = bound;
    }

    /** False while draining and past the bound: answer 503. */
    boolean admits() {
        return onDrained == null && hasRoom();
    }

    /** False past the bound. Calls of ours go out while draining, too: those in progress may need an agent. */
    boolean hasRoom() {
        return byLocalTag.size() < bound;
    }

    void add(String localTag, Session session) {
        byLocalTag.put(localTag, session);
    }

    void remove(String localTag) {
        byLocalTag.remove(localTag);
        tellIfDrained();
    }

    Optional<Session> find(String localTag) {
        return Optional.ofNullable(byLocalTag.get(localTag));
    }

    int size() {
        return byLocalTag.size();
    }

    /** Admits none from now on; tells when the last has gone. */
    void drain(Runnable onDrained) {
        this.onDrained = onDrained;
        tellIfDrained();
    }

    private void tellIfDrained() {
        if (onDrained != null && byLocalTag.isEmpty()) {
            onDrained.run();
        }
    }
}
