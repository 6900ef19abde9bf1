package org.rexian.server;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdEvent;
import org.rexian.server.acd.AcdRing;
import org.rexian.server.acd.RouterListener;
import org.rexian.server.config.AcdSetup;
import org.rexian.server.config.Configuration;
import org.rexian.server.journal.Journal;
import org.rexian.server.journal.Recovered;
import org.rexian.server.journal.Recovery;
import org.rexian.server.journal.Resumption;
import org.rexian.server.live.LiveCalls;
import org.rexian.server.live.LiveFeed;
import org.rexian.server.live.LiveView;
import org.rexian.server.reload.Reload;
import org.rexian.server.statistics.HalfHours;
import org.rexian.server.statistics.KeptHalfHours;

/** The router on its ring as it was before the restart, with its journal and the live view that watches it. */
record Floor(
        AcdRing ring,
        LiveCalls calls,
        LiveView view,
        LiveFeed feed,
        Journal journal,
        Recovered recovered,
        HalfHours halfHours)
        implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    /**
     * The router as it was, with what a restart means to it in front of its ring; nothing is carried out before {@link #start}.
     *
     * @throws IOException when the journal is damaged or can't be written
     */
    static Floor open(Configuration configuration, MonotonicClock clock, List<RouterListener> listeners)
            throws IOException {
        AcdSetup setup = configuration.acd();
        LiveCalls calls = new LiveCalls();
        KeptHalfHours kept = new KeptHalfHours(configuration.statistics().rules());
        Recovered recovered = Recovery.recover(setup.journal().folder(), List.of(kept));
        HalfHours halfHours = kept.halfHours();
        LiveView view = new LiveView(halfHours.fold(), setup.configuration(), calls, clock);
        clock.neverBefore(recovered.lastAt());
        Journal journal = Journal.open(setup.journal(), recovered, clock);
        List<RouterListener> all = Stream.concat(Stream.<RouterListener>of(view), listeners.stream())
                .toList();
        AcdRing ring = new AcdRing(recovered.core(), recovered.lastAt(), setup.ring(), clock, all, journal);
        Resumption.resume(
                ring, recovered, setup.configuration(), setup.phones(), configuration.registeringAccounts(), clock);
        return new Floor(ring, calls, view, new LiveFeed(ring, view, clock), journal, recovered, halfHours);
    }

    /** From now on commands are carried out: those who act on events are there. */
    void start() {
        ring.start();
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
        journal.close();
    }
}
