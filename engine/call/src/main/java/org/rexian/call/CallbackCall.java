package org.rexian.call;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.DialResult;
import org.rexian.acd.EndedBy;
import org.rexian.sip.SessionEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A customer who is called: a callback, or an outbound contact. Nobody is on the line until an agent has accepted; then the customer is
 * dialled, and what follows is a talk like any other. Begins with the first offer, so that it does not matter whether this process
 * took the wish. Has no flow: while the customer waits for another agent there is music.
 */
final class CallbackCall implements TalkHost, LegOwner {

    private static final Logger log = LoggerFactory.getLogger(CallbackCall.class);

    private static final long EXCUSE = -6;

    /** Shown where the trunk has no number of its own. */
    private static final String ANONYMOUS = "anonymous";

    /** Longer than anybody's phone rings, at 5 s each. */
    private static final int RINGS = 30;

    private final long id;
    private final long contact;
    private final CallCenter center;
    private final CallLoop loop;
    private final RecordDraft draft;
    private final String queue;
    private String number;
    private @Nullable Leg customer;
    private @Nullable Talk talk;
    private @Nullable OutsideTalk outside;
    private boolean contactOver;
    private boolean reached;
    private int openLegs;
    private boolean anyLeg;
    private long endedAt;
    private String cause = "callback-failed";
    private int finalStatus;

    CallbackCall(AcdEvent.AgentOffered first, CallCenter center) {
        this.center = center;
        this.loop = center.loop();
        this.contact = first.contact();
        this.id = center.ids().next(loop.now());
        this.queue = first.queue();
        this.number = first.attributes().getOrDefault("number", "");
        this.draft = new RecordDraft(id, "", "callback", "", number, loop.now());
        draft.attributes(first.attributes());
        draft.queued(first.at(), queue);
    }

    // --- the router speaks

    @Override
    public void onAcdEvent(AcdEvent event) {
        if (talk != null) {
            talk.onAcdEvent(event);
            return;
        }
        switch (event) {
            case AcdEvent.DialCustomer dial -> dial(dial);
            case AcdEvent.DialFailed failed -> dialFailed(failed);
            case AcdEvent.LimitReached limit -> hangUp("limit");
            case AcdEvent.ContactEnded ended -> contactEnded();
            default -> {}
        }
    }

    /** An agent's phone has answered: it rings at the customer's now. */
    private void dial(AcdEvent.DialCustomer dial) {
        number = dial.number();
        draft.calls(number);
        draft.happened(loop.now(), "dialled", dial.agent(), number);
        Optional<Leg> agentLeg = center.dialer().answeredBy(contact).filter(up -> !up.ended());
        Optional<Leg> leg = agentLeg.flatMap(
                up -> center.outside().dial(Leg.Role.CUSTOMER, number, ANONYMOUS, up, this, this::legClosed));
        if (leg.isEmpty()) {
            result(DialResult.FAILED);
            return;
        }
        legOpened();
        customer = leg.get();
        agentLeg.get().media().play(Consult.RINGBACK, whisper(), false);
    }

    /** What the agent hears until the customer answers: what kind of call it is, then ringing. */
    private List<Path> whisper() {
        List<Path> files = new ArrayList<>();
        files.add(center.settings().prompt("callback"));
        files.addAll(Collections.nCopies(RINGS, center.settings().ringback()));
        return files;
    }

    private void result(DialResult result) {
        center.acd().send(new AcdCommand.CallbackResult(loop.now(), contact, result));
    }

    private void dialFailed(AcdEvent.DialFailed failed) {
        draft.happened(
                loop.now(), "not-reached", failed.agent(), failed.result().name());
        center.dialer().drop(contact, "the customer was not reached");
    }

    @Override
    public void answeredLegGone(long goneOffer) {
        if (customer != null && !reached) {
            customer.end("the agent hung up");
        }
    }

    // --- the customer's leg

    @Override
    public void onUp(Leg leg) {
        reached = true;
        cause = "failed";
        draft.answered(leg.answeredAt());
        result(DialResult.ANSWERED);
    }

    @Override
    public void connect(Leg agentLeg, AcdEvent.Connected connected) {
        draft.connected(loop.now(), connected.agent(), connected.queue());
        Talk begun = new Talk(this, agentLeg, connected, center.recordingOf(id, draft.talks(), loop.now()), center);
        talk = begun;
        begun.begin();
    }

    @Override
    public void onHold(Leg leg, boolean held) {
        if (talk != null) {
            talk.refresh();
        }
    }

    @Override
    public void onPlaybackFinished(Leg leg, long playback) {
        if (talk != null) {
            talk.customerHeard(playback);
        } else if (playback == EXCUSE) {
            music();
        }
    }

    @Override
    public void onEnded(Leg leg, SessionEnd end) {
        endedAt = loop.now();
        finalStatus = leg.answeredAt() > 0 ? 200 : end.status();
        if (!reached) {
            customer = null;
            result(end.cause() == SessionEnd.Cause.LOCAL ? DialResult.FAILED : OutsideDialer.resultOf(end));
            return;
        }
        cause = end.cause() == SessionEnd.Cause.REMOTE_BYE ? "caller-hangup" : cause;
        if (talk != null) {
            talk.customerGone(end.cause() == SessionEnd.Cause.LOCAL ? EndedBy.SYSTEM : EndedBy.CALLER);
            talk = null;
            draft.talkEnded(endedAt);
        } else if (outside != null) {
            outside.customerGone();
        } else {
            center.acd().send(new AcdCommand.Abandon(loop.now(), contact));
        }
    }

    // --- for the talk

    @Override
    public void talkBegins(String agent) {
        // nothing of ours is played
    }

    @Override
    public void talkOver() {
        draft.talkEnded(loop.now());
        talk = null;
        hangUp("agent-hangup");
    }

    @Override
    public void waitsAgain(boolean excuse) {
        draft.talkEnded(loop.now());
        talk = null;
        if (excuse && customer != null) {
            customer.media().play(EXCUSE, List.of(center.settings().prompt("excuse")), false);
        } else {
            music();
        }
    }

    private void music() {
        if (customer != null) {
            customer.media().play(TalkAudio.MUSIC, List.of(center.settings().musicOnHold()), true);
        }
    }

    @Override
    public void sentOutside(OutsideTalk next) {
        draft.talkEnded(loop.now());
        talk = null;
        outside = next;
        next.begin();
    }

    @Override
    public void hangUp(String why) {
        cause = why;
        if (customer != null) {
            customer.end(why);
        } else {
            contactOver = true; // the router keeps the wish, but nobody of ours is on the line
            center.dialer().drop(contact, why);
        }
    }

    // --- its record

    private void contactEnded() {
        contactOver = true;
        center.contacts().forget(contact);
        finishIfOver();
    }

    @Override
    public void legOpened() {
        openLegs++;
        anyLeg = true;
    }

    @Override
    public void legClosed(Leg leg) {
        draft.leg(leg.toRecord());
        openLegs--;
        endedAt = Math.max(endedAt, leg.endedAt());
        finishIfOver();
    }

    private void finishIfOver() {
        if (contactOver && openLegs == 0) {
            center.callbackEnded(
                    this, anyLeg ? Optional.of(draft.complete(endedAt, cause, finalStatus)) : Optional.empty());
        }
    }

    /** Whether a phone rings or somebody talks for it at present. */
    boolean onTheLine() {
        return openLegs > 0;
    }

    @Override
    public void onFailure(RuntimeException failure) {
        log.error("callback {} ends by a mistake of ours", id);
        hangUp("failed");
    }

    // --- what it is

    @Override
    public long callId() {
        return id;
    }

    /** The agent's phone shows whom it will be. */
    @Override
    public String shownNumber() {
        return number.isEmpty() ? ANONYMOUS : number;
    }

    @Override
    public Leg.Role roleOfAgent() {
        return Leg.Role.AGENT;
    }

    @Override
    public Optional<Leg> beside() {
        return Optional.ofNullable(customer);
    }

    @Override
    public Leg customer() {
        Leg reachedLeg = customer;
        if (reachedLeg == null) {
            throw new IllegalStateException("the customer was not dialled yet");
        }
        return reachedLeg;
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
        return center.settings().language();
    }

    @Override
    public String customerClass() {
        return "";
    }
}
