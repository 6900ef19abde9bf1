package org.rexian.call;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
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

    private CallSettings settings;
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
    private final Set<CallbackCall> callbacks = new HashSet<>();
    private final Contacts contacts = new Contacts(this, dialer);
    private final Talks talks = new Talks();
    private final Supervisions supervisions = new Supervisions();
    private final Desks desks = new Desks(this);
    private final OutsideDialer outside = new OutsideDialer(this);
    private final CallControl control = new LoopControl(this);
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

    /** What desktops can do with talks. Any thread. */
    public CallControl control() {
        return control;
    }

    /**
     * The endpoint is up: tells the router which agents' phones can't be rung yet. On the call loop.
     *
     * @param seated agents who sat at shared desks when the engine ended, as the router remembers: agent to account
     */
    public void begin(Map<String, String> seated) {
        agents.accounts().forEach((agent, account) -> {
            if (!sip.registrar().reachable(account)) {
                acd.send(new AcdCommand.Reachable(loop.now(), agent, false));
            }
        });
        seated.forEach(desks::sits);
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
        agents.agent(account).ifPresent(agent -> {
            acd.send(new AcdCommand.Reachable(loop.now(), agent, reachable));
            if (!reachable) { // a phone that is switched off unregisters; one that only forgot to register talks on
                talks.of(agent).ifPresent(talk -> talk.agentLeg().probe());
            }
        });
    }

    // --- from the router

    /** Leads one event to the call, offer or agent that it is about. */
    public void onAcdEvent(AcdEvent event) {
        loop.run(() -> contacts.route(event), failure -> {});
    }

    // --- from calls

    void began(Call call, long at, String origin, String to) {
        calls.add(call);
        observer.onCallStarted(at, call.id(), origin, call.shownNumber(), to);
    }

    void began(FeatureCall call) {
        featureCalls.add(call);
    }

    void queued(long callId, long contact) {
        observer.onCallQueued(callId, contact);
    }

    /** A customer who is to be called, of whom nobody has heard here: asked for by a caller who hung up, or before a restart. */
    ContactOwner callback(AcdEvent.AgentOffered offer) {
        CallbackCall call = new CallbackCall(offer, this);
        callbacks.add(call);
        contacts.put(offer.contact(), call);
        return call;
    }

    void callbackEnded(CallbackCall call, Optional<CallRecord> record) {
        callbacks.remove(call);
        record.ifPresent(observer::onCallEnded);
        reportIdle();
    }

    Set<FeatureCall> awaitingWord() {
        return awaitingWord;
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

    /** Calls and talks from now on go by these; those in progress finish on theirs. On the call loop. */
    public void publish(NumberPlan numbers, CallSettings next, AgentDirectory people) {
        admission.publish(numbers);
        settings = next;
        Map<String, String> before = Map.copyOf(agents.accounts());
        agents.publish(people);
        agents.accounts().forEach((agent, account) -> {
            if (!account.equals(before.get(agent))) { // a new agent, or one who moved to another phone
                acd.send(new AcdCommand.Reachable(
                        loop.now(), agent, sip.registrar().reachable(account)));
            }
        });
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
        Set.copyOf(callbacks).forEach(call -> loop.run(() -> call.hangUp("shutdown"), call::onFailure));
        Set.copyOf(featureCalls).forEach(call -> loop.run(() -> call.leg().end("shutdown"), call::onFailure));
    }

    private void reportIdle() {
        if (admission.closed() && callsInProgress() == 0) {
            whenIdle.run();
            whenIdle = () -> {};
        }
    }

    /** Calls in progress, feature codes included. On the call loop; from elsewhere it may be a call off. */
    public int callsInProgress() {
        int callingBack =
                (int) callbacks.stream().filter(CallbackCall::onTheLine).count();
        return calls.size() + featureCalls.size() + callingBack;
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

    Contacts contacts() {
        return contacts;
    }

    Talks talks() {
        return talks;
    }

    Supervisions supervisions() {
        return supervisions;
    }

    Desks desks() {
        return desks;
    }

    OutsideDialer outside() {
        return outside;
    }

    OfferDialer dialer() {
        return dialer;
    }

    Optional<Path> recordingOf(long callId, int talk, long nowMillis) {
        return settings.recordings().map(folder -> RecordingPath.of(folder, callId, talk, nowMillis));
    }
}
