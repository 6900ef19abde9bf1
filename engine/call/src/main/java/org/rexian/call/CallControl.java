package org.rexian.call;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.ContactKind;
import org.rexian.acd.Dialling;
import org.rexian.acd.Standing;

/**
 * What agents and supervisors can do with talks, for desktops: the same functions as by their phones' keys. Any thread; each method
 * posts to the call loop, and its outcome comes when it is known there or the router has spoken.
 */
public final class CallControl {

    private final CallCenter center;

    CallControl(CallCenter center) {
        this.center = center;
    }

    /** The caller hears music until {@link #resume}. */
    public CompletableFuture<Outcome> hold(String agent) {
        return inTalk(agent, talk -> CompletableFuture.completedFuture(talk.hold(true)));
    }

    public CompletableFuture<Outcome> resume(String agent) {
        return inTalk(agent, talk -> CompletableFuture.completedFuture(talk.hold(false)));
    }

    /** Sends the caller on to an agent, a queue or a number outside. */
    public CompletableFuture<Outcome> transfer(String agent, String to) {
        return function(agent, TalkCodes.Function.TRANSFER, to);
    }

    /** Asks an agent, a queue or a number outside, while the caller holds. */
    public CompletableFuture<Outcome> consult(String agent, String to) {
        return function(agent, TalkCodes.Function.CONSULT, to);
    }

    /** Leaves the caller to whoever is being consulted. */
    public CompletableFuture<Outcome> complete(String agent) {
        return function(agent, TalkCodes.Function.COMPLETE, "");
    }

    /** Takes the caller into the consult: all three hear each other. */
    public CompletableFuture<Outcome> conference(String agent) {
        return function(agent, TalkCodes.Function.CONFERENCE, "");
    }

    /** Back to the caller; whoever is being consulted or rung is let go. */
    public CompletableFuture<Outcome> retrieve(String agent) {
        return function(agent, TalkCodes.Function.RETRIEVE, "");
    }

    /** The agent hangs up, and the flow goes on with the caller, where a survey may follow. */
    public CompletableFuture<Outcome> survey(String agent) {
        return function(agent, TalkCodes.Function.SURVEY, "");
    }

    /**
     * Rings the supervisor's phone and, when it is answered, joins it to the agent's talk; one who is there already only changes the
     * way of it.
     */
    public CompletableFuture<Outcome> supervise(String supervisor, String agent, SupervisionMode mode) {
        return allowed(supervisor, agent, talk -> {
            Optional<Supervision> there = center.supervisions().of(supervisor).filter(at -> at.at(talk));
            there.ifPresent(at -> at.change(mode));
            return there.isPresent()
                    ? Outcome.done()
                    : new SupervisorDialer(talk, supervisor, mode, false, center).ring();
        });
    }

    /** The supervisor takes the caller over from the agent: at once if the supervisor listens, else when that phone is answered. */
    public CompletableFuture<Outcome> takeOver(String supervisor, String agent) {
        return allowed(
                supervisor,
                agent,
                talk -> center.supervisions()
                        .of(supervisor)
                        .filter(at -> at.at(talk))
                        .map(Supervision::takeOver)
                        .orElseGet(() ->
                                new SupervisorDialer(talk, supervisor, SupervisionMode.LISTEN, true, center).ring()));
    }

    /** Asks the queue to call somebody: an agent is found first, then the number is dialled. */
    public CompletableFuture<Outcome> requestCallback(
            String queue, Dialling dialling, ContactKind kind, int priority, Map<String, String> attributes) {
        return onLoop(() -> CompletableFuture.completedFuture(enqueue(queue, dialling, kind, priority, attributes)));
    }

    private Outcome enqueue(
            String queue, Dialling dialling, ContactKind kind, int priority, Map<String, String> attributes) {
        if (center.settings().directory().outside().isEmpty()) {
            return Outcome.refused("there is no trunk to dial with");
        }
        if (!center.settings().directory().queues().contains(queue)) {
            return Outcome.refused("there is no such queue");
        }
        long now = center.loop().now();
        Map<String, String> all = new java.util.HashMap<>(attributes);
        all.put("number", dialling.number());
        Standing standing = new Standing(dialling.number(), 0, Optional.empty(), Optional.of(dialling));
        boolean taken = center.acd()
                .send(new AcdCommand.Enqueue(
                        now, center.ids().next(now), kind, queue, "", "", priority, all, standing));
        return taken ? Outcome.done() : Outcome.refused("the router is overloaded");
    }

    private CompletableFuture<Outcome> function(String agent, TalkCodes.Function function, String number) {
        return inTalk(agent, talk -> TalkFunctions.perform(talk, function, number, center));
    }

    private CompletableFuture<Outcome> inTalk(
            String agent, java.util.function.Function<Talk, CompletableFuture<Outcome>> then) {
        return onLoop(() -> center.talks()
                .of(agent)
                .map(then)
                .orElseGet(() -> CompletableFuture.completedFuture(Outcome.refused("the agent is in no talk"))));
    }

    private CompletableFuture<Outcome> allowed(
            String supervisor, String agent, java.util.function.Function<Talk, Outcome> then) {
        return inTalk(
                agent,
                talk -> CompletableFuture.completedFuture(
                        center.settings().rights().supervises(supervisor, agent)
                                ? then.apply(talk)
                                : Outcome.refused("that agent is in no team of this supervisor's")));
    }

    private CompletableFuture<Outcome> onLoop(Supplier<CompletableFuture<Outcome>> step) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        center.loop()
                .post(
                        () -> {
                            var _ = step.get().thenAccept(outcome::complete);
                        },
                        failure -> outcome.complete(Outcome.refused("a mistake of ours; the log says which")));
        return outcome;
    }
}
