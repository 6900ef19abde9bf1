package org.rexian.call;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.EndedBy;
import org.rexian.media.MediaPlane;
import org.rexian.sip.IncomingInvite;
import org.rexian.sip.RefusedInvite;
import org.rexian.sip.SessionListener;
import org.rexian.sip.SipEndpoint;
import org.rexian.sip.SipSession;
import org.rexian.sip.SipUser;

/**
 * Where signalling, audio, flows and router meet: admits calls, leads the router's events to them, and hands out their
 * records. Confined to the call loop, save where a method says otherwise.
 */
public final class CallCenter implements SipUser {

    private final CallSettings settings;
    private final MediaPlane media;
    private final AgentDirectory agents;
    private final AcdGateway acd;
    private final CallObserver observer;
    private final SipEndpoint sip;
    private final CallLoop loop;
    private final CallIds ids = new CallIds();
    private final Admission admission;
    private final RefusalAccounts refusals = new RefusalAccounts(this);
    private final OfferDialer dialer = new OfferDialer(this);
    private final Set<Call> calls = new HashSet<>();
    private final Map<Long, Call> callByContact = new HashMap<>();
    private final Set<FeatureCall> featureCalls = new HashSet<>();
    private final Set<FeatureCall> awaitingWord = new HashSet<>();
    private final LongAdder flowTroubles = new LongAdder();
    private Runnable whenIdle = () -> {};

    /**
     * @param sipOf builds the endpoint around its user, which is this; it is started by the caller
     * @param nowMillis the monotonic clock of the call loop, in milliseconds since the epoch
     */
    public CallCenter(
            CallSettings settings,
            NumberPlan numbers,
            AgentDirectory agents,
            MediaPlane media,
            AcdGateway acd,
            CallObserver observer,
            Function<SipUser, SipEndpoint> sipOf,
            LongSupplier nowMillis) {
        this.settings = settings;
        this.agents = agents;
        this.media = media;
        this.acd = acd;
        this.observer = observer;
        this.sip = sipOf.apply(this);
        this.loop = new CallLoop(sip.loop(), sip.timers(), nowMillis);
        this.admission = new Admission(this, numbers);
    }

    /** The endpoint that carries these calls. Any thread. */
    public SipEndpoint endpoint() {
        return sip;
    }

    /** The endpoint is up: tells the router which agents' phones can't be rung yet. On the call loop. */
    public void begin() {
        agents.accounts().forEach((agent, account) -> {
            if (!sip.registrar().reachable(account)) {
                acd.send(new AcdCommand.Reachable(loop.now(), agent, false));
            }
        });
    }

    // --- from the endpoint

    @Override
    public SessionListener onInvite(SipSession session, IncomingInvite invite) {
        return admission.admit(session, invite);
    }

    @Override
    public void onRefused(RefusedInvite refused) {
        loop.run(() -> refusals.take(refused), failure -> {});
    }

    @Override
    public void onReachable(String account, boolean reachable) {
        agents.agent(account).ifPresent(agent -> acd.send(new AcdCommand.Reachable(loop.now(), agent, reachable)));
    }

    // --- from the router

    /** Leads one event to the call, offer or agent that it is about. */
    public void onAcdEvent(AcdEvent event) {
        loop.run(() -> route(event), failure -> {});
    }

    private void route(AcdEvent event) {
        switch (event) {
            case AcdEvent.AgentOffered offer -> offered(offer);
            case AcdEvent.OfferCancelled cancelled ->
                dialer.cancel(cancelled.offer(), cancelled.cause().name());
            case AcdEvent.Connected connected -> connected(connected);
            case AcdEvent.ContactQueued queued -> toCall(queued.contact(), event);
            case AcdEvent.PositionChanged moved -> toCall(moved.contact(), event);
            case AcdEvent.LimitReached reached -> toCall(reached.contact(), event);
            case AcdEvent.ContactEnded ended -> toCall(ended.contact(), event);
            case AcdEvent.CommandRejected rejected -> rejected(rejected);
            case AcdEvent.Configured configured -> {}
            case AcdEvent.AgentStateChanged changed -> {}
            default -> {}
        }
    }

    private void toCall(long contact, AcdEvent event) {
        Call call = callByContact.get(contact);
        if (call != null) {
            loop.run(() -> call.onAcdEvent(event), call::onFailure);
        }
    }

    private void offered(AcdEvent.AgentOffered offer) {
        Call call = callByContact.get(offer.contact());
        if (call != null) { // else its end is on its way to the router, which will take the offer back
            loop.run(() -> dialer.ring(offer, call), call::onFailure);
        }
    }

    private void connected(AcdEvent.Connected connected) {
        Optional<Leg> leg = dialer.take(connected.offer());
        Call call = callByContact.get(connected.contact());
        if (call == null || leg.isEmpty()) { // the caller left while the agent's answer was on its way to the router
            leg.ifPresent(answered -> answered.end("caller gone"));
            acd.send(new AcdCommand.TalkEnded(loop.now(), connected.contact(), EndedBy.CALLER));
        } else {
            loop.run(() -> call.connect(leg.get(), connected), call::onFailure);
        }
    }

    private void rejected(AcdEvent.CommandRejected rejected) {
        switch (rejected.command()) {
            case AcdCommand.Enqueue enqueue -> toCall(enqueue.contact(), rejected);
            case AcdCommand.OfferAccepted accepted -> dialer.cancel(accepted.offer(), rejected.reason());
            default -> Set.copyOf(awaitingWord).forEach(call -> call.onRejected(rejected));
        }
    }

    // --- from calls

    void began(Call call, long at, String origin, String to) {
        calls.add(call);
        observer.onCallStarted(at, call.id(), origin, call.from(), to);
    }

    void began(FeatureCall call) {
        featureCalls.add(call);
    }

    /** A call's first contact bears the call's own number, so that router and record speak of the same thing. */
    long newContact(Call call, boolean first) {
        long contact = first ? call.id() : ids.next(loop.now());
        callByContact.put(contact, call);
        observer.onCallQueued(call.id(), contact);
        return contact;
    }

    void forgetContact(long contact) {
        callByContact.remove(contact);
    }

    void awaitWord(FeatureCall call) {
        awaitingWord.add(call);
    }

    void wordCame(FeatureCall call) {
        awaitingWord.remove(call);
    }

    void callEnded(Call call, CallRecord record) {
        calls.remove(call);
        observer.onCallEnded(record);
        reportIdle();
    }

    void featureEnded(FeatureCall call, CallRecord record) {
        featureCalls.remove(call);
        observer.onCallEnded(record);
        reportIdle();
    }

    void refused(CallRecord record) {
        observer.onCallEnded(record);
    }

    // --- publication and the end

    /** Calls from now on take this plan; calls in progress finish on theirs. On the call loop. */
    public void publish(NumberPlan numbers) {
        admission.publish(numbers);
    }

    /**
     * Refuses new calls with 503 from now on, lets those in progress go on for {@code graceMillis}, waiting callers included, hangs
     * up what is left then, and runs {@code idle} when the last record is out: sooner if all have ended by themselves. On the call
     * loop, once.
     */
    public void drain(long graceMillis, Runnable idle) {
        admission.close();
        whenIdle = idle;
        if (graceMillis > 0) {
            var _ = loop.at(loop.now() + graceMillis, this::hangUpAll, failure -> {});
        } else {
            hangUpAll();
        }
        reportIdle();
    }

    private void hangUpAll() {
        Set.copyOf(calls).forEach(call -> loop.run(() -> call.hangUp("shutdown"), call::onFailure));
        Set.copyOf(featureCalls).forEach(call -> loop.run(() -> call.leg().end("shutdown"), call::onFailure));
    }

    private void reportIdle() {
        if (admission.closed() && calls.isEmpty() && featureCalls.isEmpty()) {
            whenIdle.run();
            whenIdle = () -> {};
        }
    }

    /** Calls in progress, feature codes included. On the call loop; from elsewhere it may be a call off. */
    public int callsInProgress() {
        return calls.size() + featureCalls.size();
    }

    /** Refused INVITEs that got no record because too many came in a second. Any thread. */
    public long refusalsUnrecorded() {
        return refusals.unrecorded();
    }

    /** Expressions of flows that could not be computed in a call, each of which is in the log; from any thread. */
    public long flowTroubles() {
        return flowTroubles.sum();
    }

    void countFlowTrouble() {
        flowTroubles.increment();
    }

    /** How often a mistake of ours ended a call. Any thread. */
    public long failures() {
        return loop.failures();
    }

    // --- what calls work with

    CallSettings settings() {
        return settings;
    }

    CallLoop loop() {
        return loop;
    }

    CallIds ids() {
        return ids;
    }

    MediaPlane media() {
        return media;
    }

    AcdGateway acd() {
        return acd;
    }

    AgentDirectory agents() {
        return agents;
    }

    SipEndpoint sip() {
        return sip;
    }

    Optional<Path> recordingOf(long callId, long nowMillis) {
        return settings.recordings().map(folder -> RecordingPath.of(folder, callId, nowMillis));
    }
}
