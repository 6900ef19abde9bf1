package org.rexian.server;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.rexian.call.CallObserver;
import org.rexian.call.CallRecord;
import org.rexian.ivr.FlowLibrary;
import org.rexian.server.acd.AcdRing;
import org.rexian.server.check.SiteCheck;
import org.rexian.server.config.Configuration;
import org.rexian.server.config.HttpConfiguration;
import org.rexian.server.http.EventStream;
import org.rexian.server.http.HttpApi;
import org.rexian.server.http.StatisticsResource;
import org.rexian.server.http.TokenFile;
import org.rexian.server.live.LiveFeed;
import org.rexian.server.metrics.CallMetrics;
import org.rexian.server.metrics.FloorMetrics;
import org.rexian.server.metrics.Metrics;
import org.rexian.server.metrics.RouterMetrics;
import org.rexian.server.reload.Reload;
import org.rexian.server.statistics.Columns;
import org.rexian.server.statistics.StatisticsRecorder;
import org.rexian.server.storage.CallArchive;
import org.rexian.server.storage.CallLog;
import org.rexian.server.storage.CallRecordWriter;
import org.rexian.server.storage.Database;
import org.rexian.server.storage.LostCalls;
import org.rexian.server.storage.StatisticsStore;
import org.rexian.server.storage.StoryArchive;
import org.rexian.server.telephony.RouterRelay;
import org.rexian.server.telephony.Telephony;
import org.rexian.server.why.Stories;
import org.rexian.sip.SipEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine, wired: what is opened first is closed last. {@link #close} first stops taking calls and ends those in
 * progress, then writes what is left to write.
 */
public final class Rexian implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Rexian.class);

    private final MonotonicClock clock = new MonotonicClock();
    private final Deque<AutoCloseable> open;
    private final Floor floor;
    private final Telephony telephony;
    private final Reload reload;
    private final Optional<HttpApi> http;

    /**
     * Starts everything that a site asks for, which {@link SiteCheck} found fit.
     *
     * @throws CannotStart when a port is taken or a folder can't be written; nothing runs then
     */
    public static Rexian start(SiteCheck.Outcome.Fit site) throws CannotStart {
        Deque<AutoCloseable> open = new ArrayDeque<>();
        try {
            return new Rexian(site, open);
        } catch (IOException e) {
            closeAll(open);
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        }
    }

    private Rexian(SiteCheck.Outcome.Fit site, Deque<AutoCloseable> open) throws IOException {
        this.open = open;
        Configuration configuration = site.configuration();
        Database database = opened(Database.open(configuration.storage().database()));
        CallLog begun = opened(CallLog.open(configuration.data().resolve("calls"), clock));
        begun.unfinished().forEach(call -> clock.neverBefore(call.at() + 1));
        CallRecordWriter writer = opened(CallRecordWriter.start(database, configuration.storage(), begun::kept));
        StoryArchive storyArchive = opened(StoryArchive.start(database));
        Stories stories = new Stories(storyArchive::offer);
        Metrics metrics = opened(new Metrics());
        EventStream stream = new EventStream(
                configuration.http().maxStreams(), configuration.http().streamBacklog());
        RouterRelay relay = new RouterRelay();
        this.floor =
                opened(Floor.open(configuration, clock, List.of(new RouterMetrics(metrics), stream, stories, relay)));
        StatisticsStore store = new StatisticsStore(database);
        StatisticsRecorder recorder = opened(StatisticsRecorder.start(store, floor.halfHours(), floor.ring(), clock));
        CallObserver observers = new Observers(List.of(
                floor.calls(), new CallMetrics(metrics, floor.calls()), stream, stories, records(begun, writer)));
        count(metrics, writer, storyArchive);
        metrics.streams(stream);
        this.telephony = opened(Telephony.start(
                configuration,
                site.hotlines(),
                floor.ring(),
                observers,
                clock,
                relay,
                floor.recovered().seated()));
        telephony.count(metrics);
        LostCalls.record(
                begun.unfinished(), floor.recovered().core(), floor.recovered().lastAt(), writer);
        floor.start();
        this.reload = new Reload(site, this::take);
        HttpApi.Parts parts = new HttpApi.Parts(
                floor.ring(),
                floor.view(),
                floor.feed(),
                new CallArchive(database),
                stream,
                new FloorMetrics(metrics, floor.feed()),
                new StatisticsResource.Parts(
                        store, recorder, new Columns(configuration.statistics().serviceLevel())),
                telephony.control(),
                reload,
                stories,
                storyArchive,
                clock);
        // last, so that /healthz says ok only when calls are taken
        this.http = configuration.http().enabled()
                ? Optional.of(opened(HttpApi.start(withToken(configuration), parts)))
                : Optional.empty();
    }

    private void count(Metrics metrics, CallRecordWriter writer, StoryArchive stories) {
        metrics.ring(floor.ring());
        metrics.loop(floor.ring().watchdog());
        metrics.records(writer);
        metrics.journal(floor.journal().counters(), clock);
        metrics.counter(
                "rexian.stories.dropped",
                "Stories of contacts that could not be written.",
                stories,
                StoryArchive::dropped);
    }

    private static HttpConfiguration withToken(Configuration configuration) throws IOException {
        HttpConfiguration http = configuration.http();
        return http.token().present() ? http : http.withToken(TokenFile.open(configuration.data()));
    }

    private void take(Configuration next, List<FlowLibrary> hotlines) throws Reload.Refusal, InterruptedException {
        floor.configure(next.acd().configuration(), clock);
        telephony.publish(next, hotlines);
        LogLevel.set(next.log());
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private static CallObserver records(CallLog begun, CallRecordWriter writer) {
        return new CallObserver() {
            @Override
            public void onCallStarted(long at, long id, String origin, String from, String to) {
                begun.started(new CallLog.Begun(at, id, origin, from, to));
            }

            @Override
            public void onCallEnded(CallRecord record) {
                writer.offer(record);
            }
        };
    }

    /** The way to the router. */
    public AcdRing ring() {
        return floor.ring();
    }

    /** What goes on. */
    public LiveFeed feed() {
        return floor.feed();
    }

    /** Reads the configuration again. */
    public Reload reload() {
        return reload;
    }

    /** Where SIP is received, with real ports, in the order of the configuration. */
    public List<SipEndpoint.Bound> sipAddresses() {
        return telephony.boundAddresses();
    }

    /** The port of the HTTP API, where it is on. */
    public Optional<Integer> httpPort() {
        return http.map(HttpApi::port);
    }

    @Override
    public void close() {
        log.info("stopping");
        closeAll(open);
        log.info("stopped");
    }

    private static void closeAll(Deque<AutoCloseable> open) {
        while (!open.isEmpty()) {
            AutoCloseable part = open.pop();
            try {
                part.close();
            } catch (Exception e) { // one part that fails to close must not keep the others open
                log.error("{} could not be closed", part.getClass().getSimpleName(), e);
            }
        }
    }
}
