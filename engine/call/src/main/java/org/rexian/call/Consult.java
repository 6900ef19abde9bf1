package org.rexian.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentWish;
import org.rexian.acd.ContactKind;
import org.rexian.acd.EndedBy;
import org.rexian.acd.Standing;
import org.rexian.sip.SessionEnd;

/**
 * An agent asks somebody while the customer hears music: whoever a queue finds, one agent, or a number outside. From there the agent
 * completes the transfer, makes it a conference, or goes back. One that hangs up while they talk has completed; one that hangs up
 * while it still rings has transferred blindly to the same place.
 */
final class Consult implements Errand, ContactOwner, LegOwner {

    private enum Stage {
        ASKING,
        TALKING,
        CONFERENCE,
        OVER
    }

    static final long RINGBACK = -5;
    private static final long NO_CONTACT = 0;

    /** Somebody waits for the answer with a customer on hold: before all who have just come. */
    private static final int MAX_PRIORITY = 1_000;

    private final Talk talk;
    private final Destination to;
    private final CallCenter center;
    private final CompletableFuture<Outcome> accepted = new CompletableFuture<>();
    private Stage stage = Stage.ASKING;
    private long contact = NO_CONTACT;
    private String asked = "";
    private @Nullable Leg second;

    private Consult(Talk talk, Destination to, CallCenter center) {
        this.talk = talk;
        this.to = to;
        this.center = center;
    }

    /** Completes when the router has taken the question, or the number outside is being dialled. */
    static CompletableFuture<Outcome> begin(Talk talk, Destination to, CallCenter center) {
        Optional<String> obstacle = talk.obstacle(to);
        if (obstacle.isPresent()) {
            return CompletableFuture.completedFuture(Outcome.refused(obstacle.get()));
        }
        Consult consult = new Consult(talk, to, center);
        consult.ask();
        return consult.accepted;
    }

    private void ask() {
        happened("consult", name(to));
        talk.begin(this);
        ringback();
        switch (to) {
            case Destination.Queue(String queue) -> enqueue(queue, Optional.empty());
            case Destination.Agent(String agent) ->
                enqueue(
                        center.settings().directory().direct(),
                        Optional.of(
                                new AgentWish(agent, center.settings().talk().directWaitMillis())));
            case Destination.Outside(String number) -> dial(number);
        }
    }

    private static String name(Destination to) {
        return switch (to) {
            case Destination.Queue(String queue) -> queue;
            case Destination.Agent(String agent) -> agent;
            case Destination.Outside(String number) -> number;
        };
    }

    private void ringback() {
        talk.agentLeg().media().play(RINGBACK, List.of(center.settings().ringback()), true);
    }

    private void enqueue(String queue, Optional<AgentWish> wish) {
        contact = center.contacts().open(this);
        Map<String, String> attributes = new HashMap<>();
        attributes.put("call", Long.toString(callId()));
        attributes.put("consulted-by", talk.agent());
        attributes.put("caller", talk.host().shownNumber());
        boolean taken = center.acd()
                .send(new AcdCommand.Enqueue(
                        center.loop().now(),
                        contact,
                        ContactKind.CONSULT,
                        queue,
                        "",
                        "",
                        MAX_PRIORITY,
                        attributes,
                        new Standing("", 0, wish, Optional.empty())));
        if (!taken) {
            failed("the router is overloaded");
        }
    }

    private void dial(String number) {
        TalkHost host = talk.host();
        Optional<Leg> leg = center.outside()
                .dial(Leg.Role.CONSULTED, number, host.shownNumber(), talk.agentLeg(), this, host::legClosed);
        if (leg.isEmpty()) {
            failed("no way out");
            return;
        }
        host.legOpened();
        second = leg.get();
        asked = number;
        accepted.complete(Outcome.done());
    }

    // --- the router speaks of the question's contact

    @Override
    public void onAcdEvent(AcdEvent event) {
        switch (event) {
            case AcdEvent.ContactQueued queued -> accepted.complete(Outcome.done());
            case AcdEvent.CommandRejected rejected
            when rejected.command() instanceof AcdCommand.Enqueue -> failed(rejected.reason());
            case AcdEvent.LimitReached limit -> failed(limit.limit().name());
            case AcdEvent.ContactEnded ended
            when stage == Stage.ASKING -> failed(ended.cause().name());
            default -> {}
        }
    }

    @Override
    public void connect(Leg agentLeg, AcdEvent.Connected connected) {
        asked = connected.agent();
        up(agentLeg);
    }

    @Override
    public void onUp(Leg leg) {
        up(leg);
    }

    private void up(Leg leg) {
        second = leg;
        leg.belongsTo(this);
        if (leg.ended()) {
            secondGone();
            return;
        }
        stage = Stage.TALKING;
        happened("consult-answered", asked);
        if (talk.agentLeg().ended()) { // hung up while it rang: somebody is there now
            var _ = complete();
        } else {
            talk.refresh();
        }
    }

    @Override
    public Scene scene() {
        Leg customer = talk.host().customer();
        Leg other = second;
        if (other == null || stage == Stage.ASKING) {
            return Scene.onHold(customer, talk.agentLeg());
        }
        return stage == Stage.CONFERENCE
                ? Scene.talk(customer, other, talk.agentLeg())
                : Scene.onHold(customer, other, talk.agentLeg());
    }

    // --- what the agent makes of it

    @Override
    public CompletableFuture<Outcome> complete() {
        Leg other = second;
        if (other == null || stage == Stage.ASKING || stage == Stage.OVER) {
            return CompletableFuture.completedFuture(Outcome.refused("nobody has answered yet"));
        }
        if (contact == NO_CONTACT) {
            stage = Stage.OVER;
            talk.sendOutside(other);
            return CompletableFuture.completedFuture(Outcome.done());
        }
        return talk.ask(
                new AcdCommand.CompleteTransfer(center.loop().now(), talk.host().contact(), contact));
    }

    /** The router gave the customer to the one who was asked: the leg goes to the talk. */
    @Nullable
    Leg handOver() {
        stage = Stage.OVER;
        center.contacts().forget(contact);
        return second;
    }

    @Override
    public void refused(String reason) {
        talk.tellAgent("not-possible");
    }

    @Override
    public CompletableFuture<Outcome> conference() {
        if (stage != Stage.TALKING) {
            return CompletableFuture.completedFuture(
                    Outcome.refused(stage == Stage.CONFERENCE ? "it is one already" : "nobody has answered yet"));
        }
        stage = Stage.CONFERENCE;
        happened("conference", asked);
        talk.refresh();
        return CompletableFuture.completedFuture(Outcome.done());
    }

    @Override
    public CompletableFuture<Outcome> retrieve() {
        happened("retrieved", asked);
        letGo("retrieved");
        talk.end(this);
        return CompletableFuture.completedFuture(Outcome.done());
    }

    private void letGo(String why) {
        boolean talked = stage == Stage.TALKING || stage == Stage.CONFERENCE;
        stage = Stage.OVER;
        if (second != null) {
            second.end(why);
        }
        if (contact != NO_CONTACT) {
            long now = center.loop().now();
            center.acd()
                    .send(
                            talked
                                    ? new AcdCommand.TalkEnded(now, contact, EndedBy.CALLER)
                                    : new AcdCommand.Abandon(now, contact));
            center.contacts().forget(contact);
        }
    }

    // --- somebody goes

    @Override
    public void customerGone() {
        if (stage != Stage.OVER) {
            letGo("caller hung up");
        }
    }

    @Override
    public boolean agentGone() {
        if (talk.agentLeg().lost()) {
            letGo("agent lost");
            return false;
        }
        if (stage == Stage.ASKING && contact != NO_CONTACT) {
            letGo("transferred");
            talk.end(this);
            happened("transferred-by-hang-up", name(to));
            var _ = Transfer.begin(talk, to, center);
            return true;
        }
        if (stage != Stage.ASKING) {
            var _ = complete();
        }
        return true;
    }

    @Override
    public void onEnded(Leg leg, SessionEnd end) {
        if (stage != Stage.OVER) {
            secondGone();
        }
    }

    /** Whoever was asked does not answer, or has hung up: back to the customer. */
    private void secondGone() {
        if (contact != NO_CONTACT) {
            center.acd().send(new AcdCommand.TalkEnded(center.loop().now(), contact, EndedBy.AGENT));
            center.contacts().forget(contact);
        }
        boolean answered = stage != Stage.ASKING;
        stage = Stage.OVER;
        happened(answered ? "consult-ended" : "consult-failed", asked);
        backToCustomer(!answered);
    }

    private void failed(String why) {
        if (stage == Stage.OVER) {
            return;
        }
        stage = Stage.OVER;
        if (contact != NO_CONTACT) {
            center.contacts().forget(contact);
        }
        happened("consult-failed", why);
        boolean known = accepted.isDone();
        accepted.complete(Outcome.refused(why));
        backToCustomer(known);
    }

    private void backToCustomer(boolean say) {
        if (talk.agentLeg().ended()) {
            talk.requeue("nobody answered the transfer");
            return;
        }
        talk.end(this);
        if (say) {
            talk.tellAgent("not-possible");
        }
    }

    private void happened(String what, String whom) {
        talk.host().draft().happened(center.loop().now(), what, talk.agent(), whom);
    }

    // --- what its contact is for the router's side

    @Override
    public long callId() {
        return talk.host().callId();
    }

    @Override
    public String shownNumber() {
        return talk.agent();
    }

    @Override
    public Leg.Role roleOfAgent() {
        return Leg.Role.CONSULTED;
    }

    @Override
    public Optional<Leg> beside() {
        return Optional.of(talk.agentLeg());
    }

    @Override
    public void legOpened() {
        talk.host().legOpened();
    }

    @Override
    public void legClosed(Leg leg) {
        talk.host().legClosed(leg);
    }

    @Override
    public void onFailure(RuntimeException failure) {
        failed("a mistake of ours");
    }
}
