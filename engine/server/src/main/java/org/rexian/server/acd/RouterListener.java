package org.rexian.server.acd;

import org.rexian.acd.AcdEvent;

/** Hears what the router decided, on the ACD thread: hand over and return. */
public interface RouterListener {

    void onEvent(AcdEvent event);

    /** Nothing follows at once: the place to hand over what was gathered since the last call. */
    default void onBatchEnd() {}
}
