package org.rexian.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentWish;
import org.rexian.acd.ContactEnd;
import org.rexian.acd.ContactKind;
import org.rexian.acd.Dialling;
import org.rexian.acd.EndedBy;
import org.rexian.acd.QueueLimit;
import org.rexian.acd.Standing;
import org.rexian.ivr.FlowAction;
import org.rexian.ivr.FlowInput;
import org.rexian.ivr.FlowInput.QueueLeft.Exit;
import org.rexian.ivr.FlowRun;
import org.rexian.sip.SessionEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A caller's call, from the answered INVITE to its record: the flow leads it, the router finds it an agent, a
 * {@link Talk} carries the talk. Confined to the call loop.
 */
final class Call implements LegOwner, TalkHost {

    /** Where the call stands. */
    enum State {
        ANSWERING,
        IN_FLOW,
        WAITING,
        TALKING,
        /** With somebody outside, without an agent. */
        OUTSIDE,
        ENDED
    }

    private static final Logger log = LoggerFactory.getLogger(Call.class);
    private static final long NO_CONTACT = 0;
    private static final long EXCUSE = -6;

    private final long id;
    private final Leg caller;
    private final CallFlow flow;
    private final RecordDraft draft;
    private final CallCenter center;
    private final CallLoop loop;
    private State state = State.ANSWERING;
    private long contact = NO_CONTACT;
    private @Nullable Talk talk;
    private @Nullable OutsideTalk outside;
    private String customerClass = "";
    private FlowAction.@Nullable Enqueue wish;
    private final ToldPlace place = new ToldPlace();
    private String cause = "";
    private long endedAt;
    private int finalStatus;
    private int openLegs = 1;
    private int queueEntries;

    Call(RecordDraft draft, long id, String from, LegAudio audio, FlowRun run, CallCenter center) {
        this.id = id;
        this.draft = draft;
        this.center = center;
        this.loop = center.loop();
        this.caller = new Leg(Leg.Role.CALLER, from, loop, audio, this, this::legClosed);
        this.flow = new CallFlow(run, this, loop, caller.media(), draft);
    }

    // --- the flow

    @Override
    public void onUp(Leg leg) {
        state = State.IN_FLOW;
        draft.answered(leg.answeredAt());
        flow.input(new FlowInput.Started());
    }

    @Override
    public void onDigit(Leg leg, char digit) {
        if (state != State.TALKING && state != State.OUTSIDE) {
            flow.input(new FlowInput.Digit(digit));
        }
    }

    @Override
    public void onPlaybackFinished(Leg leg, long playback) {
        if (playback == EXCUSE) {
            if (state == State.WAITING) {
                flow.input(new FlowInput.WaitsAgain());
            }
        } else if (state == State.TALKING && talk != null && playback < 0) {
            talk.customerHeard(playback);
        } else {
            flow.input(new FlowInput.PlaybackFinished(playback));
        }
    }

    void flowTrouble(FlowAction.Trouble trouble) {
        center.countFlowTrouble();
        log.warn(
                "call {}: flow {}/{} {}: {}", id, trouble.flow(), trouble.step(), trouble.version(), trouble.message());
    }

    void endByFlow(FlowAction.End end) {
        draft.outcome(end.outcome());
        if (state != State.ENDED) {
            leaveQueue(end.cause());
            hangUp("flow-end");
        }
    }

    // --- the queue

    void enqueue(FlowAction.Enqueue next) {
        wish = next;
        customerClass = next.customerClass();
        draft.attributes(next.attributes());
        draft.queued(loop.now(), next.queue());
        enqueue(next, standing(next.standing()));
    }

    /** Who calls from a number is that customer, unless the flow knows better. */
    private Standing standing(FlowAction.Standing flows) {
        Optional<AgentWish> agent = flows.agent().isEmpty()
                ? Optional.empty()
                : Optional.of(new AgentWish(flows.agent(), flows.agentWaitMillis()));
        String customer = flows.customer().isEmpty() ? shownNumber() : flows.customer();
        return new Standing(customer, flows.ageCreditMillis(), agent, Optional.empty());
    }

    /** Enters the queue of the flow's wish; {@code standing} is what counts for the place in line. */
    private void enqueue(FlowAction.Enqueue next, Standing standing) {
        // The first contact bears the call's own number, so that router and record speak of the same thing.
        if (queueEntries++ == 0) {
            contact = id;
            center.contacts().put(id, this);
        } else {
            contact = center.contacts().open(this);
        }
        state = State.WAITING;
        Map<String, String> attributes = new HashMap<>(next.attributes());
        attributes.put("call", Long.toString(id));
        boolean taken = center.acd()
                .send(new AcdCommand.Enqueue(
                        loop.now(),
                        contact,
                        ContactKind.VOICE,
                        next.queue(),
                        next.requirement(),
                        next.customerClass(),
                        next.priority(),
                        attributes,
                        standing));
        if (!taken) {
            log.warn("call {}: the router is overloaded, queue {} not entered", id, next.queue());
            leftQueue(Exit.FAILED);
        }
    }

    /** Sent to one agent, who did not come: back to where the caller came from, with all the waiting done so far. */
    private void backFromAgent(FlowAction.Enqueue from) {
        forgetContact();
        draft.happened(loop.now(), "agent-not-reached", draft.agent(), from.queue());
        long waited = Math.max(0, loop.now() - draft.queuedAt());
        enqueue(from, new Standing(shownNumber(), waited, Optional.empty(), Optional.empty()));
    }

    /** The caller wants to be called back at the number that calls. */
    void requestCallback() {
        Optional<Dialling> dialling = center.settings().directory().callback(shownNumber(), loop.now());
        if (dialling.isEmpty()) {
            log.info("call {}: no callback, for want of a trunk or of a number that can be dialled", id);
        } else if (contact != NO_CONTACT && talk == null) {
            center.acd().send(new AcdCommand.RequestCallback(loop.now(), contact, dialling.get()));
        }
    }

    /** The contact stays in the router without this call. */
    private void callbackPromised() {
        draft.happened(loop.now(), "callback-requested", "", shownNumber());
        forgetContact();
        state = State.IN_FLOW;
        flow.input(new FlowInput.CallbackAccepted());
    }

    void leaveQueue(String reason) {
        if (contact != NO_CONTACT && talk == null) {
            center.acd().send(new AcdCommand.LeaveQueue(loop.now(), contact, reason));
            forgetContact();
            state = State.IN_FLOW;
        }
    }

    /** What the router says of this call's contact. */
    @Override
    public void onAcdEvent(AcdEvent event) {
        if (talk != null) {
            talk.onAcdEvent(event);
            return;
        }
        switch (event) {
            case AcdEvent.ContactQueued queued -> flow.input(place.entered(queued.position()));
            case AcdEvent.PositionChanged moved -> flow.input(place.moved(moved.position(), moved.ewtMillis()));
            case AcdEvent.CallbackRequested promised -> callbackPromised();
            case AcdEvent.LimitReached reached when wish != null && sentToAgent(reached) -> backFromAgent(wish);
            case AcdEvent.LimitReached reached -> leftQueue(exitOf(reached.limit()));
            case AcdEvent.ContactEnded ended when ended.cause() == ContactEnd.QUEUE_REMOVED -> leftQueue(Exit.FAILED);
            case AcdEvent.CommandRejected(long at, AcdCommand.Enqueue command, String reason) -> {
                log.warn("call {}: queue {} refused the call: {}", id, command.queue(), reason);
                leftQueue(Exit.FAILED);
            }
            default -> {}
        }
    }

    private boolean sentToAgent(AcdEvent.LimitReached reached) {
        return reached.queue().equals(center.settings().directory().direct());
    }

    private void leftQueue(Exit exit) {
        if (contact != NO_CONTACT && state == State.WAITING) {
            forgetContact();
            state = State.IN_FLOW;
            flow.input(new FlowInput.QueueLeft(exit));
        }
    }

    private static Exit exitOf(QueueLimit limit) {
        return switch (limit) {
            case FULL -> Exit.FULL;
            case MAX_WAIT -> Exit.MAX_WAIT;
            case NO_AGENTS -> Exit.NO_AGENTS;
            case CLOSED -> Exit.CLOSED;
        };
    }

    private void forgetContact() {
        center.contacts().forget(contact);
        contact = NO_CONTACT;
    }

    // --- the talk

    @Override
    public void connect(Leg agentLeg, AcdEvent.Connected connected) {
        state = State.TALKING;
        draft.connected(loop.now(), connected.agent(), connected.queue());
        Talk begun = new Talk(this, agentLeg, connected, center.recordingOf(id, draft.talks(), loop.now()), center);
        talk = begun;
        begun.begin();
    }

    @Override
    public void talkBegins(String agent) {
        flow.input(new FlowInput.Connected(agent));
    }

    @Override
    public void onHold(Leg leg, boolean held) {
        if (state == State.TALKING && talk != null) {
            talk.refresh();
        }
    }

    /** The agent hung up; the flow goes on with the caller. */
    @Override
    public void talkOver() {
        draft.talkEnded(loop.now());
        talk = null;
        forgetContact();
        cause = "agent-hangup";
        state = State.IN_FLOW;
        flow.input(new FlowInput.TalkEnded());
    }

    @Override
    public void waitsAgain(boolean excuse) {
        draft.talkEnded(loop.now());
        talk = null;
        state = State.WAITING;
        if (excuse) {
            caller.media().play(EXCUSE, List.of(center.settings().prompt(language(), "excuse")), false);
        } else {
            flow.input(new FlowInput.WaitsAgain());
        }
    }

    @Override
    public void sentOutside(OutsideTalk next) {
        draft.talkEnded(loop.now());
        talk = null;
        forgetContact();
        state = State.OUTSIDE;
        outside = next;
        next.begin();
    }

    // --- the end

    /** Ends the call from our side. */
    @Override
    public void hangUp(String why) {
        if (cause.isEmpty() || !why.equals("flow-end")) {
            cause = why;
        }
        caller.end(why);
    }

    @Override
    public void onEnded(Leg leg, SessionEnd end) {
        State was = state;
        state = State.ENDED;
        endedAt = loop.now();
        finalStatus = leg.answeredAt() > 0 ? 200 : end.status();
        cause = causeOf(end, was);
        if (talk != null) {
            talk.customerGone(end.cause() == SessionEnd.Cause.LOCAL ? EndedBy.SYSTEM : EndedBy.CALLER);
            talk = null;
            draft.talkEnded(endedAt);
            forgetContact();
        } else if (outside != null) {
            outside.customerGone();
        } else if (contact != NO_CONTACT) {
            center.acd().send(new AcdCommand.Abandon(loop.now(), contact));
            forgetContact();
        }
        flow.input(new FlowInput.CallerHungUp());
        flow.disarm();
    }

    private String causeOf(SessionEnd end, State was) {
        return switch (end.cause()) {
            case LOCAL -> caller.silent() ? "media-timeout" : cause.isEmpty() ? "failed" : cause;
            case REMOTE_BYE -> was == State.WAITING ? "abandoned" : cause.isEmpty() ? "caller-hangup" : cause;
            case REMOTE_CANCEL -> "cancelled";
            case REJECTED, TIMEOUT, NO_ACK, TRANSPORT -> "failed";
        };
    }

    @Override
    public void legOpened() {
        openLegs++;
    }

    @Override
    public void legClosed(Leg leg) {
        draft.leg(leg.toRecord());
        openLegs--;
        if (openLegs == 0 && state == State.ENDED) {
            center.callEnded(this, draft.complete(endedAt, cause, finalStatus));
        }
    }

    @Override
    public void onFailure(RuntimeException failure) {
        log.error("call {} ends by a mistake of ours", id);
        hangUp("failed");
    }

    // --- what it is

    long id() {
        return id;
    }

    @Override
    public long callId() {
        return id;
    }

    /** The caller's number, as presented. */
    @Override
    public String shownNumber() {
        return caller.address();
    }

    @Override
    public Leg.Role roleOfAgent() {
        return Leg.Role.AGENT;
    }

    @Override
    public Optional<Leg> beside() {
        return Optional.of(caller);
    }

    @Override
    public Leg customer() {
        return caller;
    }

    @Override
    public long contact() {
        return contact;
    }

    @Override
    public RecordDraft draft() {
        return draft;
    }

    @Override
    public String language() {
        return flow.language();
    }

    @Override
    public String customerClass() {
        return customerClass;
    }
}
