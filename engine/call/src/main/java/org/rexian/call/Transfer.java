package org.rexian.call;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AgentWish;
import org.rexian.sip.SessionEnd;

/**
 * Blind transfer. To a queue or an agent the router does it at once: the contact waits there and the agent wraps up. To a number
 * outside, the agent stays the customer's until somebody answers: if nobody does, the two are joined again, and if the agent has
 * hung up meanwhile the customer goes to the head of the queue.
 */
final class Transfer {

    private Transfer() {}

    static CompletableFuture<Outcome> begin(Talk talk, Destination to, CallCenter center) {
        Optional<String> obstacle = talk.obstacle(to);
        if (obstacle.isPresent()) {
            return CompletableFuture.completedFuture(Outcome.refused(obstacle.get()));
        }
        return switch (to) {
            case Destination.Queue(String queue) -> talk.ask(command(talk, queue, Optional.empty(), center));
            case Destination.Agent(String agent) ->
                talk.ask(command(
                        talk,
                        center.settings().directory().direct(),
                        Optional.of(
                                new AgentWish(agent, center.settings().talk().directWaitMillis())),
                        center));
            case Destination.Outside(String number) ->
                CompletableFuture.completedFuture(new Outside(talk, number, center).begin());
        };
    }

    private static AcdCommand command(Talk talk, String queue, Optional<AgentWish> wish, CallCenter center) {
        return new AcdCommand.Transfer(center.loop().now(), talk.host().contact(), queue, "", 0, wish);
    }

    /** A number outside rings while the customer hears music. */
    private static final class Outside implements Errand, LegOwner {

        private final Talk talk;
        private final String number;
        private final CallCenter center;
        private boolean over;
        private @Nullable Leg outside;

        Outside(Talk talk, String number, CallCenter center) {
            this.talk = talk;
            this.number = number;
            this.center = center;
        }

        Outcome begin() {
            TalkHost host = talk.host();
            Optional<Leg> leg = center.outside()
                    .dial(Leg.Role.OUTSIDE, number, host.shownNumber(), host.customer(), this, host::legClosed);
            if (leg.isEmpty()) {
                return Outcome.refused("no way out");
            }
            host.legOpened();
            outside = leg.get();
            host.draft().happened(center.loop().now(), "transfer-begun", talk.agent(), number);
            talk.begin(this);
            return Outcome.done();
        }

        @Override
        public Scene scene() {
            return Scene.onHold(talk.host().customer(), talk.agentLeg());
        }

        @Override
        public void onUp(Leg leg) {
            if (!over) {
                over = true;
                talk.sendOutside(leg);
            }
        }

        @Override
        public void onEnded(Leg leg, SessionEnd end) {
            if (!over) {
                failed(OutsideDialer.resultOf(end).name());
            }
        }

        private void failed(String why) {
            over = true;
            talk.host().draft().happened(center.loop().now(), "transfer-failed", number, why);
            if (talk.agentLeg().ended()) {
                talk.requeue("nobody answered the transfer");
            } else {
                talk.end(this);
                talk.tellAgent("not-possible");
            }
        }

        @Override
        public boolean agentGone() {
            return true; // the customer waits for the answer, with music
        }

        @Override
        public void customerGone() {
            drop("caller hung up");
        }

        private void drop(String why) {
            over = true;
            if (outside != null) {
                outside.end(why);
            }
        }

        @Override
        public void refused(String reason) {
            // the router is not asked for this
        }

        @Override
        public CompletableFuture<Outcome> complete() {
            return CompletableFuture.completedFuture(Outcome.refused("nobody has answered yet"));
        }

        @Override
        public CompletableFuture<Outcome> conference() {
            return complete();
        }

        @Override
        public CompletableFuture<Outcome> retrieve() {
            drop("retrieved");
            talk.host().draft().happened(center.loop().now(), "transfer-taken-back", talk.agent(), number);
            talk.end(this);
            return CompletableFuture.completedFuture(Outcome.done());
        }

        @Override
        public void onFailure(RuntimeException failure) {
            failed("a mistake of ours");
        }
    }
}
