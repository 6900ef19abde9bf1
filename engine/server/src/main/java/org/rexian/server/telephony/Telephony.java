package org.rexian.server.telephony;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.rexian.acd.AcdEvent;
import org.rexian.call.AcdGateway;
import org.rexian.call.AgentDirectory;
import org.rexian.call.CallCenter;
import org.rexian.call.CallControl;
import org.rexian.call.CallObserver;
import org.rexian.call.CallSettings;
import org.rexian.call.NumberPlan;
import org.rexian.call.Rights;
import org.rexian.ivr.FlowLibrary;
import org.rexian.media.MediaPlane;
import org.rexian.media.PromptStore;
import org.rexian.server.MonotonicClock;
import org.rexian.server.acd.RouterListener;
import org.rexian.server.config.Configuration;
import org.rexian.server.metrics.MediaMetrics;
import org.rexian.server.metrics.Metrics;
import org.rexian.server.metrics.SipMetrics;
import org.rexian.sip.Account;
import org.rexian.sip.SipEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Media, flows, calls and SIP, opened in this order and closed in reverse. Hears the router's events on the ACD thread and
 * hands them to the call loop in batches, one task a batch.
 */
public final class Telephony implements RouterListener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Telephony.class);
    private static final long START_SECONDS = 10;

    /** How long hanging up may take: a BYE that is lost twice, and a bit. */
    private static final Duration HANG_UP = Duration.ofSeconds(3);

    private final PromptStore prompts = new PromptStore();
    private final MediaPlane media;
    private final CallCenter calls;
    private final SipEndpoint sip;
    private final Duration drain;
    private List<AcdEvent> batch = new ArrayList<>();

    /**
     * @param hotlines no two of which claim one number
     * @param seated agents at shared desks as the router knows them from before the start: agent to account
     * @throws IOException when a port is taken
     */
    public static Telephony start(
            Configuration configuration,
            List<FlowLibrary> hotlines,
            AcdGateway acd,
            CallObserver observer,
            MonotonicClock clock,
            RouterRelay relay,
            Map<String, String> seated)
            throws IOException {
        Telephony telephony = new Telephony(configuration, NumberPlan.of(hotlines), acd, observer, clock);
        relay.to(telephony);
        try {
            telephony.sip.start().get(START_SECONDS, TimeUnit.SECONDS);
            telephony.sip.loop().execute(() -> telephony.calls.begin(seated));
            telephony.prepare(hotlines);
            log.info("sip on {}", telephony.boundAddresses());
            return telephony;
        } catch (ExecutionException | TimeoutException e) {
            telephony.close();
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            throw new IOException(String.valueOf(cause.getMessage()), e);
        } catch (InterruptedException e) {
            telephony.close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Telephony(
            Configuration configuration,
            NumberPlan numbers,
            AcdGateway acd,
            CallObserver observer,
            MonotonicClock clock) {
        this.drain = Duration.ofMillis(configuration.calls().drainMillis());
        this.media = new MediaPlane(LeafSettings.media(configuration.media()), prompts, System::nanoTime);
        this.calls = new CallCenter(
                settings(configuration),
                numbers,
                LeafSettings.people(configuration),
                media,
                acd,
                observer,
                user -> new SipEndpoint(LeafSettings.sip(configuration.sip()), user, clock),
                clock);
        this.sip = calls.endpoint();
    }

    /** Calls are taken meanwhile; a prompt that is wanted before its turn is read for the caller who wants it. */
    private void prepare(List<FlowLibrary> hotlines) {
        Thread.ofVirtual()
                .name("rexian-prompts")
                .start(() -> hotlines.forEach(hotline -> prompts.prepare(hotline.prompts())
                        .forEach(problem -> log.error("a prompt of {} can't be played: {}", hotline.name(), problem))));
    }

    /** Calls from now on take these hotlines; calls in progress finish on theirs. Any thread. */
    public void publish(Configuration configuration, List<FlowLibrary> hotlines) {
        NumberPlan numbers = NumberPlan.of(hotlines);
        prepare(hotlines);
        CallSettings next = settings(configuration);
        AgentDirectory people = LeafSettings.people(configuration);
        List<Account> phones = LeafSettings.accounts(configuration.sip());
        sip.loop().execute(() -> {
            sip.accounts(phones);
            calls.publish(numbers, next, people);
        });
    }

    private static CallSettings settings(Configuration configuration) {
        return new CallSettings(
                configuration.calls().recordings(),
                configuration.calls().passDtmf(),
                LeafSettings.systemPrompts(configuration.calls()),
                configuration.calls().language(),
                configuration.acd().featureCodes(),
                2_000,
                configuration.calls().talk().settings(),
                LeafSettings.directory(configuration),
                Rights.of(configuration.acd().configuration()));
    }

    /** What desktops can do with talks. */
    public CallControl control() {
        return calls.control();
    }

    /** Puts what signalling, audio and calls count on the page for Prometheus. */
    public void count(Metrics metrics) {
        var _ = new SipMetrics(metrics, sip.counters());
        var _ = new MediaMetrics(metrics, media);
        metrics.counter(
                "rexian.call.failures",
                "Steps of calls that failed by a mistake of ours.",
                calls,
                CallCenter::failures);
        metrics.counter(
                "rexian.flow.troubles",
                "Expressions of flows that could not be computed in a call.",
                calls,
                CallCenter::flowTroubles);
        metrics.counter(
                "rexian.refusals.unrecorded",
                "Refused INVITEs without a record because too many came in a second.",
                calls,
                CallCenter::refusalsUnrecorded);
    }

    /** What SIP is received on, with real ports, in the order of the configuration. */
    public List<SipEndpoint.Bound> boundAddresses() {
        return sip.boundAddresses();
    }

    @Override
    public void onEvent(AcdEvent event) {
        batch.add(event);
    }

    @Override
    public void onBatchEnd() {
        List<AcdEvent> events = batch;
        batch = new ArrayList<>();
        sip.loop().execute(() -> events.forEach(calls::onAcdEvent));
    }

    /**
     * No new calls; those in progress may go on for {@code calls.drain}, then they are hung up and their records written; then
     * sockets and media close.
     */
    @Override
    public void close() {
        CompletableFuture<Boolean> idle = new CompletableFuture<>();
        sip.loop().execute(() -> {
            int left = calls.callsInProgress();
            if (left > 0) {
                log.info("{} calls in progress may go on for {} s", left, drain.toMillis() / 1000.0);
            }
            calls.drain(drain.toMillis(), () -> idle.complete(true));
        });
        boolean ended = idle.completeOnTimeout(false, drain.plus(HANG_UP).toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (!ended) {
            log.warn("calls did not end in time; {} were cut off", calls.callsInProgress());
        }
        sip.drain(HANG_UP).join(); // until the BYEs are answered
        sip.close();
        media.close();
    }
}
