package org.rexian.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rexian.call.CallObserver;
import org.rexian.call.CallRecord;
import org.rexian.server.live.LiveCalls;

/** Counts calls by how they ended. On the call loop. */
public final class CallMetrics implements CallObserver {

    private final MeterRegistry registry;
    private final Counter started;
    private final DistributionSummary mos;
    private final Map<String, Counter> ended = new ConcurrentHashMap<>();
    private final Map<Integer, Counter> refused = new ConcurrentHashMap<>();

    public CallMetrics(Metrics metrics, LiveCalls calls) {
        this.registry = metrics.registry();
        this.started = Counter.builder("rexian.calls.started")
                .description("Calls admitted.")
                .register(registry);
        this.mos = DistributionSummary.builder("rexian.leg.mos")
                .description("Quality of legs that received audio, MOS by the E-model.")
                .serviceLevelObjectives(2.5, 3.1, 3.6, 4.0, 4.3)
                .register(registry);
        Gauge.builder("rexian.calls.active", calls, LiveCalls::active)
                .description("Calls in progress.")
                .strongReference(true)
                .register(registry);
    }

    @Override
    public void onCallStarted(long at, long id, String origin, String from, String to) {
        started.increment();
    }

    @Override
    public void onCallEnded(CallRecord record) {
        ended.computeIfAbsent(record.cause(), this::endedBy).increment();
        if (record.answeredAt() == 0) {
            refused.computeIfAbsent(record.sipStatus(), this::refusedWith).increment();
        }
        for (CallRecord.LegRecord leg : record.legs()) {
            if (leg.mos() > 0) {
                mos.record(leg.mos());
            }
        }
    }

    private Counter endedBy(String cause) {
        return Counter.builder("rexian.calls")
                .description("INVITEs that are over, by cause.")
                .tag("cause", cause)
                .register(registry);
    }

    private Counter refusedWith(int status) {
        return Counter.builder("rexian.calls.unanswered")
                .description("INVITEs that were never answered, by the final status.")
                .tag("status", Integer.toString(status))
                .register(registry);
    }
}
