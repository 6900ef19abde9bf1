package org.rexian.server;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AcdEvent;
import org.rexian.server.acd.AcdRing;
import org.rexian.server.acd.RouterListener;
import org.rexian.server.config.AcdSetup;
import org.rexian.server.live.LiveCalls;
import org.rexian.server.live.LiveFeed;
import org.rexian.server.live.LiveView;
import org.rexian.server.reload.Reload;
import org.rexian.server.statistics.HalfHours;

/** The router on its ring, with the live view that watches it. */
record Floor(AcdRing ring, LiveCalls calls, LiveView view, LiveFeed feed) implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    /** @param halfHours follow the router from its first command */
    static Floor open(AcdSetup setup, HalfHours halfHours, MonotonicClock clock, List<RouterListener> listeners) {
        LiveCalls calls = new LiveCalls();
        LiveView view = new LiveView(halfHours.fold(), setup.configuration(), calls, clock);
        List<RouterListener> all = Stream.concat(Stream.<RouterListener>of(view), listeners.stream())
                .toList();
        AcdCore core = new AcdCore();
        core.follow(halfHours.fold());
        AcdRing ring = new AcdRing(core, setup.ring(), clock, all);
        ring.start();
        ring.send(new AcdCommand.Configure(clock.millis(), setup.configuration()));
        return new Floor(ring, calls, view, new LiveFeed(ring, view, clock));
    }

    /**
     * Puts a configuration in the place of the one before; nobody loses a place.
     *
     * @throws Reload.Refusal with the router's reason
     */
    void configure(AcdConfiguration next, MonotonicClock clock) throws Reload.Refusal, InterruptedException {
        try {
            List<AcdEvent> events =
                    ring.apply(new AcdCommand.Configure(clock.millis(), next)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            for (AcdEvent event : events) {
                if (event instanceof AcdEvent.CommandRejected rejected) {
                    throw new Reload.Refusal(rejected.reason());
                }
            }
            ring.ask(core -> view.configured(next)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("the router did not take the configuration in time", e);
        }
    }

    @Override
    public void close() {
        ring.close();
    }
}
