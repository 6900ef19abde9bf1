package org.rexian.acd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.acd.bytes.Malformed;

/**
 * The router: takes commands, gives events, and knows no clock, thread, log, disk or chance. The same commands give the
 * same events on any machine, digest for digest.
 *
 * <p>For one thread at a time, views included. The listener must not call {@link #apply}: it queues what follows.
 */
public final class AcdCore {

    private final Floor floor = new Floor();
    private final Reservations reservations = new Reservations();
    private final AgentStates states = new AgentStates(floor, reservations);
    private final PositionRounds rounds = new PositionRounds(floor);
    private final Watches watches = new Watches(floor);
    private final Pins pins = new Pins(floor);
    private final Routing routing = new Routing(floor, states, rounds, reservations);
    private final Entrance entrance = new Entrance(floor, routing, rounds, watches);
    private final Limits limits = new Limits(floor, routing, entrance);
    private final Patience patience = new Patience(floor, routing, watches, entrance, limits, pins);
    private final Offers offers = new Offers(floor, states, routing, limits, watches);
    private final Shifts shifts = new Shifts(floor, states, routing, offers, limits, patience, reservations);
    private final Talks talks = new Talks(floor, states, shifts, routing);
    private final Callbacks callbacks = new Callbacks(floor, routing, watches, offers, talks, shifts);
    private final Moves moves = new Moves(floor, states, routing, watches, entrance, pins, talks);
    private final Arrivals arrivals = new Arrivals(floor, routing, entrance, pins, offers, talks, callbacks);
    private final Explanations explanations = new Explanations(floor);
    private final Reconfiguration reconfiguration =
            new Reconfiguration(floor, routing, offers, shifts, limits, watches, reservations, callbacks);
    private final Consumer<AcdEvent> told = this::tell;
    private Consumer<AcdEvent> outside = event -> {};
    private CommandFold fold = CommandFold.NONE;

    /**
     * Does what the command says and tells the listener what came of it, in order. A command that does not fit gives one
     * {@link AcdEvent.CommandRejected} and changes nothing; so does one that is older than the command before it.
     */
    public void apply(AcdCommand command, Consumer<AcdEvent> events) {
        outside = events;
        fold.begin(command);
        carryOut(command, told);
        fold.end();
    }

    /** From now on this one follows every command; the one before does so no more. */
    public void follow(CommandFold next) {
        fold = next;
    }

    private void tell(AcdEvent event) {
        fold.see(event);
        outside.accept(event);
    }

    private void carryOut(AcdCommand command, Consumer<AcdEvent> events) {
        long last = floor.now();
        if (command.at() < last) {
            reject(command, events, "older than the command before it, of " + last);
            return;
        }
        floor.turn.begin(command.at(), events);
        String misfit = carryOut(command);
        if (!misfit.isEmpty()) {
            floor.turn.begin(last, events);
            reject(command, events, misfit);
        }
    }

    private static void reject(AcdCommand command, Consumer<AcdEvent> events, String reason) {
        events.accept(new AcdEvent.CommandRejected(command.at(), command, reason));
    }

    private String carryOut(AcdCommand command) {
        return switch (command) {
            case AcdCommand.Configure configure -> reconfiguration.apply(configure.configuration());
            case AcdCommand.SignIn in -> withAgent(in.agent(), agent -> shifts.signIn(agent, in.desk()));
            case AcdCommand.SignOut out -> withAgent(out.agent(), shifts::signOut);
            case AcdCommand.Ready ready -> withAgent(ready.agent(), shifts::ready);
            case AcdCommand.NotReady not -> withAgent(not.agent(), agent -> shifts.notReady(agent, not.reason()));
            case AcdCommand.Reachable phone ->
                withAgent(phone.agent(), agent -> shifts.reachable(agent, phone.reachable()));
            case AcdCommand.WrapUpEnded ended -> withAgent(ended.agent(), shifts::wrapUpEnded);
            case AcdCommand.ExtendWrapUp longer ->
                withAgent(longer.agent(), agent -> shifts.extendWrapUp(agent, longer.millis()));
            case AcdCommand.SetSkills set -> withAgent(set.agent(), agent -> shifts.setSkills(agent, set.skills()));
            case AcdCommand.Enqueue enqueue -> arrivals.enqueue(enqueue);
            case AcdCommand.OfferAccepted accepted -> withOffer(accepted.offer(), offers::accepted);
            case AcdCommand.OfferRejected rejected ->
                withOffer(rejected.offer(), offer -> offers.rejected(offer, rejected.cause()));
            case AcdCommand.OpenQueue open -> withQueue(open.queue(), queue -> open(queue, true, false));
            case AcdCommand.CloseQueue close -> withQueue(close.queue(), queue -> open(queue, false, close.sendAway()));
            case AcdCommand.Abandon of -> withContact(of.contact(), arrivals::abandon);
            case AcdCommand.LeaveQueue of -> withContact(of.contact(), arrivals::leaveQueue);
            case AcdCommand.Hold of -> withContact(of.contact(), contact -> arrivals.hold(contact, of.held()));
            case AcdCommand.TalkEnded of -> withContact(of.contact(), contact -> arrivals.talkEnded(contact, of.by()));
            case AcdCommand.SetPriority of ->
                withContact(of.contact(), contact -> arrivals.setPriority(contact, of.priority()));
            case AcdCommand.CallLost of -> withContact(of.contact(), arrivals::callLost);
            case AcdCommand.Transfer of -> withContact(of.contact(), contact -> moves.transfer(contact, of));
            case AcdCommand.Requeue of -> withContact(of.contact(), contact -> moves.requeue(contact, of.reason()));
            case AcdCommand.CompleteTransfer of ->
                withContact(of.contact(), contact -> withContact(of.consult(), with -> moves.complete(contact, with)));
            case AcdCommand.TakeOver of ->
                withContact(of.contact(), contact -> withAgent(of.agent(), agent -> moves.takeOver(contact, agent)));
            case AcdCommand.RequestCallback of ->
                withContact(of.contact(), contact -> callbacks.request(contact, of.dialling()));
            case AcdCommand.CallbackResult of ->
                withContact(of.contact(), contact -> callbacks.result(contact, of.result()));
            case AcdCommand.Tick tick -> fireDue(tick.at());
        };
    }

    private String withAgent(String id, Function<Agent, String> action) {
        Agent agent = floor.agents.get(id);
        return agent == null ? "no agent " + id : action.apply(agent);
    }

    private String withContact(long id, Function<Contact, String> action) {
        Contact contact = floor.contacts.get(id);
        return contact == null ? "no contact " + id : action.apply(contact);
    }

    private String withQueue(String name, Function<CallQueue, String> action) {
        CallQueue queue = floor.queues.get(name);
        return queue == null ? "no queue " + name : action.apply(queue);
    }

    private String open(CallQueue queue, boolean open, boolean sendAway) {
        if (queue.open == open && !sendAway) {
            return "queue " + queue.name + " is " + (open ? "open" : "closed") + " already";
        }
        if (queue.open != open) {
            queue.open = open;
            floor.emit(new AcdEvent.QueueOpenChanged(floor.now(), queue.name, open));
        }
        if (sendAway) {
            limits.closed(queue);
        }
        return Shifts.DONE;
    }

    private String withOffer(long id, Consumer<Offer> action) {
        Offer offer = floor.offers.get(id);
        if (offer == null) {
            return "offer " + id + " is over";
        }
        action.accept(offer);
        return Shifts.DONE;
    }

    private String fireDue(long now) {
        while (floor.deadlines.isDue(now)) {
            switch (floor.deadlines.take()) {
                case Deadline.OfAgent timer -> {
                    Agent agent = timer.agent;
                    if (agent.isRung()) {
                        offers.rangOut(agent.offer());
                    } else {
                        shifts.timeOver(agent);
                    }
                }
                case Deadline.OfContact timer -> timeOver(timer.contact);
                case Deadline.OfPositions round -> rounds.round(round.queue);
            }
        }
        return Shifts.DONE;
    }

    private void timeOver(Contact contact) {
        boolean over = contact.dialling.isPresent() && callbacks.due(contact, contact.dialling.get());
        if (!over && contact.stage == ContactStage.WAITING) {
            patience.due(contact);
        }
    }

    /** When a {@link AcdCommand.Tick} is due next, in epoch milliseconds; {@link Long#MAX_VALUE} if never. */
    public long nextDeadline() {
        return floor.deadlines.next();
    }

    /** All agents, in the order of the configuration. */
    public List<AgentView> agents() {
        List<AgentView> views = new ArrayList<>(floor.agents.size());
        floor.agents.values().forEach(agent -> views.add(AgentView.of(agent, floor.now())));
        return views;
    }

    public Optional<AgentView> agent(String id) {
        return Optional.ofNullable(floor.agents.get(id)).map(agent -> AgentView.of(agent, floor.now()));
    }

    /** All queues, in the order of the configuration. */
    public List<QueueView> queues() {
        List<QueueView> views = new ArrayList<>(floor.queues.size());
        floor.queues.values().forEach(queue -> views.add(QueueView.of(queue)));
        return views;
    }

    public Optional<QueueView> queue(String name) {
        return Optional.ofNullable(floor.queues.get(name)).map(QueueView::of);
    }

    /** Who waits in a queue, head first; ringing contacts are not among them. Empty for an unknown queue. */
    public List<ContactView> waiting(String queue) {
        List<ContactView> views = new ArrayList<>();
        CallQueue found = floor.queues.get(queue);
        if (found != null) {
            for (Contact contact : found.line.inOrder()) {
                views.add(ContactView.of(contact, views.size() + 1, floor.now()));
            }
        }
        return views;
    }

    /** A contact that waits, rings or talks, with its position in O(log n). */
    public Optional<ContactView> contact(long id) {
        return Optional.ofNullable(floor.contacts.get(id)).map(contact -> {
            boolean waits = contact.stage == ContactStage.WAITING;
            return ContactView.of(contact, waits ? contact.queue.line.positionOf(contact) : 0, floor.now());
        });
    }

    /** Why a contact still waits, who could serve it, and what would change that; empty for one that is not here. */
    public Optional<ContactExplanation> why(long id) {
        return contact(id).map(view -> explanations.of(Objects.requireNonNull(floor.contacts.get(id)), view));
    }

    /** Why an agent is offered nobody; empty for an unknown one. */
    public Optional<AgentExplanation> whyAgent(String id) {
        return agent(id).map(view -> explanations.of(Objects.requireNonNull(floor.agents.get(id)), view));
    }

    /** Every contact that is not over, in the order of arrival. */
    public List<ContactView> contacts() {
        List<Contact> all = new ArrayList<>(floor.contacts.values());
        all.sort(Comparator.comparingLong(contact -> contact.minor));
        return all.stream().flatMap(each -> contact(each.id).stream()).toList();
    }

    /** The whole state, from which {@link #readSnapshot} makes a router that goes on exactly as this one would. */
    public void writeSnapshot(BytesOut out) {
        FloorBytes.write(floor, reservations, out);
    }

    /**
     * The router that wrote this, as it was then.
     *
     * @throws Malformed where this engine can't read it, be it of another version
     */
    public static AcdCore readSnapshot(BytesIn in) throws Malformed {
        AcdCore core = new AcdCore();
        FloorBytes.read(core.floor, core.reservations, in);
        return core;
    }

    /** Folds the whole state into 64 bits: equal states of any two machines have equal digests. */
    public long digest() {
        return StateDigest.of(floor);
    }
}
