package org.rexian.call;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.ContactKind;
import org.rexian.acd.Dialling;
import org.rexian.acd.Standing;

/** Posts each to the call loop, where {@link TalkFunctions} and {@link Supervision} carry it out. */
final class LoopControl implements CallControl {

    private final CallCenter center;

    LoopControl(CallCenter center) {
        this.center = center;
    }

    @Override
    public CompletableFuture<Outcome> hold(String agent) {
        return inTalk(agent, talk -> CompletableFuture.completedFuture(talk.hold(true)));
    }

    @Override
    public CompletableFuture<Outcome> resume(String agent) {
        return inTalk(agent, talk -> CompletableFuture.completedFuture(talk.hold(false)));
    }

    @Override
    public CompletableFuture<Outcome> transfer(String agent, String to) {
        return function(agent, TalkCodes.Function.TRANSFER, to);
    }

    @Override
    public CompletableFuture<Outcome> consult(String agent, String to) {
        return function(agent, TalkCodes.Function.CONSULT, to);
    }

    @Override
    public CompletableFuture<Outcome> complete(String agent) {
        return function(agent, TalkCodes.Function.COMPLETE, "");
    }

    @Override
    public CompletableFuture<Outcome> conference(String agent) {
        return function(agent, TalkCodes.Function.CONFERENCE, "");
    }

    @Override
    public CompletableFuture<Outcome> retrieve(String agent) {
        return function(agent, TalkCodes.Function.RETRIEVE, "");
    }

    @Override
    public CompletableFuture<Outcome> survey(String agent) {
        return function(agent, TalkCodes.Function.SURVEY, "");
    }

    @Override
    public CompletableFuture<Outcome> supervise(String supervisor, String agent, SupervisionMode mode) {
        return allowed(supervisor, agent, talk -> {
            Optional<Supervision> there = center.supervisions().of(supervisor).filter(at -> at.at(talk));
            there.ifPresent(at -> at.change(mode));
            return there.isPresent()
                    ? Outcome.done()
                    : new SupervisorDialer(talk, supervisor, mode, false, center).ring();
        });
    }

    @Override
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

    @Override
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
