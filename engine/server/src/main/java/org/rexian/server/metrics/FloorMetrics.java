package org.rexian.server.metrics;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.rexian.server.live.AgentSnapshot;
import org.rexian.server.live.LiveFeed;
import org.rexian.server.live.LiveSnapshot;
import org.rexian.server.live.QueueSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page for Prometheus with the floor as it stands: who waits, who is ready. Asks the router once a scrape. */
public final class FloorMetrics implements Supplier<String> {

    private static final Logger log = LoggerFactory.getLogger(FloorMetrics.class);

    private final Metrics metrics;
    private final LiveFeed feed;
    private final MultiGauge waiting;
    private final MultiGauge longest;
    private final MultiGauge ready;
    private final MultiGauge agents;

    public FloorMetrics(Metrics metrics, LiveFeed feed) {
        this.metrics = metrics;
        this.feed = feed;
        this.waiting = gauges("rexian.queue.waiting", "Callers in line.");
        this.longest = gauges("rexian.queue.longest.wait.seconds", "How long the first in line has waited.");
        this.ready = gauges("rexian.queue.agents.ready", "Ready agents of the queue.");
        this.agents = gauges("rexian.agents", "Agents by state.");
    }

    private MultiGauge gauges(String name, String help) {
        return MultiGauge.builder(name).description(help).register(metrics.registry());
    }

    @Override
    public String get() {
        try {
            take(feed.snapshot());
        } catch (TimeoutException e) {
            log.warn("metrics without the floor: the router did not answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return metrics.page();
    }

    private void take(LiveSnapshot snapshot) {
        rows(waiting, snapshot, queue -> queue.waiting());
        rows(longest, snapshot, queue -> queue.longestWaitingMillis() / 1000.0);
        rows(ready, snapshot, queue -> queue.agentsReady());
        Map<String, Long> states = new TreeMap<>();
        for (AgentSnapshot agent : snapshot.agents()) {
            states.merge(agent.state(), 1L, Long::sum);
        }
        agents.register(
                states.entrySet().stream()
                        .map(state -> MultiGauge.Row.of(Tags.of("state", state.getKey()), state.getValue()))
                        .toList(),
                true);
    }

    private static void rows(MultiGauge gauges, LiveSnapshot snapshot, ToDoubleFunction<QueueSnapshot> read) {
        gauges.register(
                snapshot.queues().stream()
                        .map(queue -> MultiGauge.Row.of(Tags.of("queue", queue.name()), read.applyAsDouble(queue)))
                        .toList(),
                true);
    }
}
