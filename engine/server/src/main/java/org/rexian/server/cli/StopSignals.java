package org.rexian.server.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGINT and SIGTERM: the first stops the engine properly, which may take as long as {@code calls.drain}; the second ends the
 * process at once. By itself the JVM ignores the second, since its shutdown hooks run already.
 */
final class StopSignals {

    private static final Logger log = LoggerFactory.getLogger(StopSignals.class);
    private static final int SIGNALLED = 128;

    private final AtomicBoolean stopping = new AtomicBoolean();

    private StopSignals() {}

    /** Listens from now on. */
    static void listen() {
        StopSignals signals = new StopSignals();
        for (String name : List.of("INT", "TERM")) {
            String failure = Signals.on(name, signals::onSignal);
            if (!failure.isEmpty()) {
                log.warn("a second {} will not end the engine at once: {}", name, failure);
            }
        }
    }

    private void onSignal(int number) {
        if (stopping.compareAndSet(false, true)) {
            log.info("stopping; a second signal ends the engine at once");
            Runtime.getRuntime().exit(SIGNALLED + number);
        } else {
            log.warn("ended at once: calls in progress are cut off without a record");
            Runtime.getRuntime().halt(SIGNALLED + number);
        }
    }
}
