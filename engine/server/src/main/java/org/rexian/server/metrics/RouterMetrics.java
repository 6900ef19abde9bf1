package org.rexian.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.rexian.acd.AcdEvent;
import org.rexian.server.acd.RouterListener;
import org.rexian.server.live.Words;

/** Counts what the router decided. On the ACD thread. */
public final class RouterMetrics implements RouterListener {

    private final MeterRegistry registry;
    private final Map<String, DistributionSummary> waits = new HashMap<>();
    private final Map<String, Counter> counters = new HashMap<>();
    private final Counter rejected;

    public RouterMetrics(Metrics metrics) {
        this.registry = metrics.registry();
        this.rejected = Counter.builder("rexian.acd.rejected")
                .description("Commands that did not fit the router's state.")
                .register(registry);
    }

    @Override
    public void onEvent(AcdEvent event) {
        switch (event) {
            case AcdEvent.Connected e ->
                waits.computeIfAbsent(e.queue(), this::wait).record(e.waitMillis() / 1000.0);
            case AcdEvent.AgentOffered e -> count("rexian.offers", "Agents rung.", "queue", e.queue());
            case AcdEvent.OfferCancelled e ->
                count("rexian.offers.unanswered", "Offers that ended without a talk.", "cause", Words.word(e.cause()));
            case AcdEvent.ContactEnded e ->
                count("rexian.contacts", "Contacts that are over, by their end.", "end", Words.word(e.cause()));
            case AcdEvent.LimitReached e ->
                count(
                        "rexian.queue.limits",
                        "Contacts that left by a limit of the queue.",
                        "limit",
                        Words.word(e.limit()));
            case AcdEvent.CommandRejected e -> rejected.increment();
            case AcdEvent.Overflowed e -> count("rexian.queue.overflows", "Contacts sent on.", "queue", e.from());
            case AcdEvent.RequirementRelaxed e ->
                count("rexian.queue.relaxed", "Steps by which contacts asked for less.", "queue", e.queue());
            case AcdEvent.Transferred e -> count("rexian.transfers", "Contacts that agents sent on.", "queue", e.to());
            case AcdEvent.Requeued e ->
                count("rexian.queue.requeued", "Contacts whose agent was lost in mid-talk.", "queue", e.queue());
            case AcdEvent.DialFailed e ->
                count("rexian.callbacks.unanswered", "Customers not reached.", "result", Words.word(e.result()));
            default -> {
                // the state of agents and the positions in queues are gauges, asked of the router
            }
        }
    }

    private void count(String name, String help, String label, String value) {
        counters.computeIfAbsent(
                        name + '/' + value,
                        key -> Counter.builder(name)
                                .description(help)
                                .tag(label, value)
                                .register(registry))
                .increment();
    }

    private DistributionSummary wait(String queue) {
        return DistributionSummary.builder("rexian.queue.answer.wait")
                .description("Wait of callers whom an agent answered.")
                .baseUnit("seconds")
                .tag("queue", queue)
                .serviceLevelObjectives(5, 10, 15, 20, 30, 60, 120, 300, 600)
                .register(registry);
    }
}
