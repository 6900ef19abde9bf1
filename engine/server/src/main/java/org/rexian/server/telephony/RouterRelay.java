package org.rexian.server.telephony;

import java.util.concurrent.atomic.AtomicReference;
import org.rexian.acd.AcdEvent;
import org.rexian.server.acd.RouterListener;

/** Stands in the router's list of listeners until calls are there to listen: calls need the router first. */
public final class RouterRelay implements RouterListener {

    private static final RouterListener NOBODY = event -> {};

    private final AtomicReference<RouterListener> target = new AtomicReference<>(NOBODY);

    /** From now on this one hears everything. */
    public void to(RouterListener listener) {
        target.set(listener);
    }

    @Override
    public void onEvent(AcdEvent event) {
        target.get().onEvent(event);
    }

    @Override
    public void onBatchEnd() {
        target.get().onBatchEnd();
    }
}
