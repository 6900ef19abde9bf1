package org.rexian.server;

import java.util.List;
import java.util.stream.Stream;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdCore;
import org.rexian.server.acd.AcdRing;
import org.rexian.server.acd.RouterListener;
import org.rexian.server.config.AcdSetup;
import org.rexian.server.live.LiveCalls;
import org.rexian.server.live.LiveFeed;
import org.rexian.server.live.LiveView;

/** The router on its ring, with the live view that watches it. */
record Floor(AcdRing ring, LiveCalls calls, LiveView view, LiveFeed feed) implements AutoCloseable {

    static Floor open(AcdSetup setup, MonotonicClock clock, List<RouterListener> listeners) {
        LiveCalls calls = new LiveCalls();
        LiveView view = new LiveView(setup.configuration(), calls, clock);
        List<RouterListener> all = Stream.concat(Stream.<RouterListener>of(view), listeners.stream())
                .toList();
        AcdRing ring = new AcdRing(new AcdCore(), setup.ring(), clock, all);
        ring.start();
        ring.send(new AcdCommand.Configure(clock.millis(), setup.configuration()));
        return new Floor(ring, calls, view, new LiveFeed(ring, view, clock));
    }

    @Override
    public void close() {
        ring.close();
    }
}
