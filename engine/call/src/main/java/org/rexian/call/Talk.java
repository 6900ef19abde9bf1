package org.rexian.call;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.EndedBy;
import org.rexian.call.TalkSettings.AgentLost;
import org.rexian.sip.SessionEnd;

/**
 * A talk of a customer with an agent, from the router's word to its end: who is in it, and what each hears. Owns the agent's leg.
 * What agents do in it stands in a file a verb ({@link Transfer}, {@link Consult}, {@link Supervision}); what the router answers
 * comes back here.
 */
final class Talk implements LegOwner {

    private enum Stage {
        /** The agent hears a whisper, the caller who will speak. */
        OPENING,
        TALKING,
        /** The agent is gone; the router was asked to take the contact back. */
        LEAVING,
        OVER
    }

    private final CallCenter center;
    private final CallLoop loop;
    private final TalkHost host;
    private final TalkAudio audio;
    private final Opening opening;
    private final AgentKeys keys;
    private final Optional<Path> recordTo;
    private Stage stage = Stage.OPENING;
    private String agent;
    private Leg agentLeg;
    private boolean onHold;
    private boolean routerKnowsHeld;
    private boolean excuse;
    private @Nullable Errand errand;
    private @Nullable Supervision supervision;
    private @Nullable CompletableFuture<Outcome> asked;

    Talk(TalkHost host, Leg agentLeg, AcdEvent.Connected connected, Optional<Path> recordTo, CallCenter center) {
        this.host = host;
        this.agentLeg = agentLeg;
        this.agent = connected.agent();
        this.recordTo = recordTo;
        this.center = center;
        this.loop = center.loop();
        this.audio = new TalkAudio(center.media(), center.settings());
        this.opening = new Opening(center.settings(), center.settings().talk().openingOf(connected.queue()));
        this.keys = new AgentKeys(this, center);
    }

    // --- its begin

    void begin() {
        center.talks().add(agent, this);
        agentLeg.belongsTo(this);
        if (agentLeg.ended()) { // the agent's phone hung up while the router was deciding
            agentLeft();
            return;
        }
        List<Path> whisper = opening.toAgent(host);
        if (whisper.isEmpty()) {
            greet();
        } else {
            agentLeg.media().play(Opening.TO_AGENT, whisper, false);
        }
    }

    private void greet() {
        host.talkBegins(agent);
        List<Path> words = opening.toCustomer(host, agent);
        if (words.isEmpty()) {
            join();
        } else {
            host.customer().media().play(Opening.TO_CUSTOMER, words, false);
        }
    }

    private void join() {
        stage = Stage.TALKING;
        recordTo.ifPresent(file -> {
            host.draft().recording(file.toString());
            host.customer().media().startRecording(file);
        });
        refresh();
    }

    @Override
    public void onPlaybackFinished(Leg leg, long playback) {
        if (stage == Stage.OPENING && playback == Opening.TO_AGENT) {
            greet();
        }
    }

    /** What was played to the customer by the talk is over. */
    void customerHeard(long playback) {
        if (stage == Stage.OPENING && playback == Opening.TO_CUSTOMER) {
            join();
        }
    }

    // --- who hears whom

    /** Something changed: shows the scene as it is now, and tells the router if the customer's hold began or ended. */
    void refresh() {
        if (stage != Stage.TALKING) {
            return;
        }
        Scene scene = scene();
        Supervision listening = supervision;
        audio.show(listening == null ? scene : scene.with(listening.coach(agentLeg)));
        boolean held = scene.music().isPresent() || host.customer().held();
        if (held != routerKnowsHeld) {
            routerKnowsHeld = held;
            center.acd().send(new AcdCommand.Hold(loop.now(), host.contact(), held));
        }
    }

    private Scene scene() {
        if (errand != null) {
            return errand.scene();
        }
        return onHold || agentLeg.held()
                ? Scene.onHold(host.customer(), agentLeg)
                : Scene.talk(host.customer(), agentLeg);
    }

    /** A phone put the talk on hold by its own key, or took it back. */
    @Override
    public void onHold(Leg leg, boolean held) {
        refresh();
    }

    Outcome hold(boolean held) {
        if (stage != Stage.TALKING || errand != null || onHold == held) {
            return Outcome.refused(held ? "the caller can't be put on hold now" : "the caller is not on hold");
        }
        onHold = held;
        host.draft().happened(loop.now(), held ? "hold" : "resume", agent, "");
        refresh();
        return Outcome.done();
    }

    boolean onHold() {
        return onHold;
    }

    // --- keys

    @Override
    public void onDigit(Leg leg, char digit) {
        if (stage == Stage.TALKING) {
            keys.pressed(digit);
        }
    }

    /** Keys of the agent's that are no code go to whoever hears the agent. */
    void sendOn(String digits) {
        if (center.settings().passDtmf()) {
            audio.together().stream()
                    .filter(leg -> leg != agentLeg)
                    .forEach(leg -> leg.media().sendDigits(digits, AgentKeys.TONE_MILLIS));
        }
    }

    // --- errands and supervisors

    /** Why the agent can't begin anything with the customer now; empty if nothing stands in the way. */
    Optional<String> busy() {
        if (stage != Stage.TALKING || asked != null) {
            return Optional.of("there is no talk now");
        }
        return errand == null ? Optional.empty() : Optional.of("somebody is being asked already");
    }

    /** The same, for sending somebody there. */
    Optional<String> obstacle(Destination to) {
        if (busy().isPresent() || !(to instanceof Destination.Agent(String other))) {
            return busy();
        }
        if (other.equals(agent)) {
            return Optional.of("that is the same agent");
        }
        return center.desks().atWork(other) ? Optional.empty() : Optional.of("agent " + other + " is not there");
    }

    void begin(Errand next) {
        errand = next;
        onHold = false;
        refresh();
    }

    /** Back to customer and agent. */
    void end(Errand over) {
        if (over.equals(errand)) {
            errand = null;
            refresh();
        }
    }

    Optional<Errand> errand() {
        return Optional.ofNullable(errand);
    }

    /** False when somebody listens already, or there is nothing to listen to. */
    boolean admit(Supervision listener) {
        if (stage == Stage.OVER || stage == Stage.LEAVING || supervision != null) {
            return false;
        }
        supervision = listener;
        refresh();
        return true;
    }

    void dismiss(Supervision listener) {
        if (listener.equals(supervision)) {
            supervision = null;
            refresh();
        }
    }

    // --- the router is asked, and answers

    /** Sends a command about this talk's contact; the outcome is the router's. */
    CompletableFuture<Outcome> ask(AcdCommand command) {
        CompletableFuture<Outcome> word = new CompletableFuture<>();
        asked = word;
        center.acd().send(command);
        return word;
    }

    private void answered(Outcome outcome) {
        CompletableFuture<Outcome> word = asked;
        asked = null;
        if (word != null) {
            word.complete(outcome);
        }
    }

    /** What the router says of the talk's contact. */
    void onAcdEvent(AcdEvent event) {
        switch (event) {
            case AcdEvent.Transferred moved -> backInLine("transferred", moved.to());
            case AcdEvent.Requeued back -> backInLine("requeued", back.queue());
            case AcdEvent.TakenOver taken -> takenOver(taken);
            case AcdEvent.CommandRejected rejected -> rejected(rejected);
            default -> {}
        }
    }

    private void backInLine(String what, String queue) {
        host.draft().happened(loop.now(), what, agent, queue);
        answered(Outcome.done());
        over();
        agentLeg.end(what);
        host.waitsAgain(excuse);
    }

    private void takenOver(AcdEvent.TakenOver taken) {
        Leg next = successor();
        if (next == null) { // whoever should take over is gone; the router will hear of it
            endByAgent();
            return;
        }
        Leg before = agentLeg;
        center.talks().remove(agent, this);
        host.draft().happened(loop.now(), "taken-over", taken.to(), taken.from());
        agent = taken.to();
        agentLeg = next;
        routerKnowsHeld = false;
        center.talks().add(agent, this);
        errand = null;
        agentLeg.belongsTo(this);
        host.draft().goesOnWith(agent);
        before.end("taken over");
        answered(Outcome.done());
        if (agentLeg.ended()) {
            agentLeft();
        } else {
            refresh();
        }
    }

    /** The leg of the agent who takes over: of the consult that is completed, or of the supervisor. */
    private @Nullable Leg successor() {
        if (errand instanceof Consult consult) {
            return consult.handOver();
        }
        Supervision listener = supervision;
        supervision = null;
        return listener == null ? null : listener.handOver();
    }

    private void rejected(AcdEvent.CommandRejected rejected) {
        switch (rejected.command()) {
            case AcdCommand.Requeue requeue -> endByAgent();
            case AcdCommand.CompleteTransfer complete -> {
                answered(Outcome.refused(rejected.reason()));
                if (agentLeg.ended()) {
                    requeue("the transfer could not be completed");
                } else if (errand != null) {
                    errand.refused(rejected.reason());
                }
            }
            case AcdCommand.Transfer transfer when agentLeg.ended() -> requeue("the transfer was refused");
            default -> answered(Outcome.refused(rejected.reason()));
        }
    }

    // --- its end

    @Override
    public void onEnded(Leg leg, SessionEnd end) {
        if (leg == agentLeg && stage != Stage.OVER) {
            agentLeft();
        }
    }

    private void agentLeft() {
        if (stage == Stage.OPENING) {
            requeue("the agent left before the talk began");
        } else if (errand == null || !errand.agentGone()) {
            agentGone();
        }
    }

    /** The agent is gone and nobody else has taken the customer. */
    void agentGone() {
        if (agentLeg.lost() && center.settings().talk().agentLost() == AgentLost.REQUEUE) {
            excuse = true;
            requeue("the agent's phone was lost");
        } else {
            endByAgent();
        }
    }

    /** Back to the head of the queue, if the router agrees. */
    void requeue(String reason) {
        stage = Stage.LEAVING;
        errand = null;
        audio.show(Scene.NOTHING);
        center.acd().send(new AcdCommand.Requeue(loop.now(), host.contact(), reason));
    }

    /** The agent ends the talk, and the customer is served on. */
    void endByAgent() {
        over();
        agentLeg.end("agent hung up");
        center.acd().send(new AcdCommand.TalkEnded(loop.now(), host.contact(), EndedBy.AGENT));
        host.talkOver();
    }

    /** The customer goes on with somebody outside; the agent is free. */
    void sendOutside(Leg outside) {
        host.draft().happened(loop.now(), "transferred-outside", agent, outside.address());
        over();
        agentLeg.end("transferred");
        center.acd().send(new AcdCommand.TalkEnded(loop.now(), host.contact(), EndedBy.TRANSFER));
        host.sentOutside(new OutsideTalk(host, outside, center));
    }

    /** The customer's leg has ended. */
    void customerGone(EndedBy by) {
        Errand begun = errand;
        boolean moving = asked != null || stage == Stage.LEAVING; // the contact may wait again already
        over();
        if (begun != null) {
            begun.customerGone();
        }
        agentLeg.end("caller hung up");
        center.acd()
                .send(
                        moving
                                ? new AcdCommand.Abandon(loop.now(), host.contact())
                                : new AcdCommand.TalkEnded(loop.now(), host.contact(), by));
    }

    private void over() {
        boolean talked = stage == Stage.TALKING || stage == Stage.LEAVING;
        stage = Stage.OVER;
        errand = null;
        keys.close();
        audio.show(Scene.NOTHING);
        if (talked && recordTo.isPresent()) {
            host.customer().media().stopRecording();
        }
        center.talks().remove(agent, this);
        if (supervision != null) {
            supervision.talkOver();
            supervision = null;
        }
        if (asked != null && !asked.isDone()) {
            answered(Outcome.refused("the talk is over"));
        }
    }

    @Override
    public void onFailure(RuntimeException failure) {
        host.onFailure(failure);
    }

    // --- what it is

    TalkHost host() {
        return host;
    }

    String agent() {
        return agent;
    }

    Leg agentLeg() {
        return agentLeg;
    }

    /** Says something to the agent alone, in place of what the agent hears. */
    void tellAgent(String prompt) {
        agentLeg.media().play(AgentKeys.PROMPT, List.of(center.settings().prompt(prompt)), false);
    }
}
