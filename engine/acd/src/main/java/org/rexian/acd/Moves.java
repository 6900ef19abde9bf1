package org.rexian.acd;

import java.util.List;
import java.util.Optional;

/** Contacts that go on to somebody else: transferred, put back, taken over. Each answers why that is not possible, "" if done. */
final class Moves {

    private final Floor floor;
    private final AgentStates states;
    private final Routing routing;
    private final Watches watches;
    private final Entrance entrance;
    private final Pins pins;
    private final Talks talks;

    Moves(
            Floor floor,
            AgentStates states,
            Routing routing,
            Watches watches,
            Entrance entrance,
            Pins pins,
            Talks talks) {
        this.floor = floor;
        this.states = states;
        this.routing = routing;
        this.watches = watches;
        this.entrance = entrance;
        this.pins = pins;
        this.talks = talks;
    }

    /** To a queue, perhaps to one agent of it. Refused where the contact could not wait: then the talk goes on. */
    String transfer(Contact contact, AcdCommand.Transfer transfer) {
        CallQueue to = floor.queues.get(transfer.queue());
        if (!contact.isTalking()) {
            return "contact " + contact.id + " does not talk";
        }
        if (to == null) {
            return "no queue " + transfer.queue();
        }
        if (!to.open) {
            return "queue " + to.name + " is closed";
        }
        if (!to.definition().limits().joinEmpty() && to.everyone().signedIn() == 0) {
            return "no agent of queue " + to.name + " is signed in";
        }
        String problem = Entrance.problemOf(transfer.requirement()) + Pins.problemOf(to, transfer.wish());
        if (!problem.isEmpty()) {
            return problem;
        }
        CallQueue from = contact.queue;
        Agent agent = talks.leave(contact);
        floor.emit(new AcdEvent.Transferred(floor.now(), contact.id, agent.id(), from.name, to.name));
        comesAgain(contact, to, transfer);
        entrance.enter(contact);
        talks.wrapUp(agent, from, "transferred to " + to.name);
        return Shifts.DONE;
    }

    private void comesAgain(Contact contact, CallQueue to, AcdCommand.Transfer transfer) {
        contact.requirement = transfer.requirement();
        contact.enters(to, Entrance.wishOf(to, transfer.requirement()), ++floor.arrivals, floor.now());
        contact.stage = ContactStage.WAITING;
        contact.ageCreditMillis = transfer.ageCreditMillis();
        contact.lookAt = floor.now();
        contact.ownStep = 0;
        contact.dialling = Optional.empty(); // a customer who was called is on the line, and not to be called again
        contact.hadToWait = false;
        contact.requirementClass().live++;
        pins.pin(contact, transfer.wish());
    }

    /** Back to the head of its queue: the agent is lost. */
    String requeue(Contact contact, String reason) {
        if (!contact.isTalking()) {
            return "contact " + contact.id + " does not talk";
        }
        CallQueue queue = floor.queues.get(contact.queue.name);
        if (queue == null) {
            return "queue " + contact.queue.name + " is no more";
        }
        Agent agent = talks.leave(contact);
        contact.queue = queue;
        contact.wish = Entrance.wishOf(queue, contact.requirement);
        contact.first = true;
        contact.waitingSince = floor.now();
        contact.stage = ContactStage.WAITING;
        contact.pinnedTo = "";
        contact.dialling = Optional.empty();
        contact.place = new WaitingLine.Place(contact.minor, floor.now(), contact);
        contact.toldPosition = 0;
        contact.toldEwtMillis = Contact.UNKNOWN_EWT;
        contact.requirementClass().live++;
        queue.requeued++;
        floor.emit(new AcdEvent.Requeued(floor.now(), contact.id, agent.id(), queue.name, reason));
        lost(agent, queue, reason);
        routing.assign(contact);
        routing.waits(contact);
        watches.watch(contact);
        return Shifts.DONE;
    }

    private void lost(Agent agent, CallQueue queue, String reason) {
        if (agent.next != Agent.Next.READY || !agent.talks.isEmpty() || agent.isRung()) {
            talks.wrapUp(agent, queue, reason);
        } else {
            states.become(agent, AgentState.UNREACHABLE, "lost in a talk: " + reason);
        }
    }

    /** Attended transfer: who was consulted goes on with the caller. */
    String complete(Contact contact, Contact consult) {
        if (!contact.isTalking()) {
            return "contact " + contact.id + " does not talk";
        }
        if (consult.kind != ContactKind.CONSULT || !consult.isTalking() || consult.equals(contact)) {
            return "contact " + consult.id + " is no consult in progress";
        }
        Agent from = talks.leave(contact);
        Agent to = consult.agent();
        to.hangUp(consult);
        floor.end(consult, ContactEnd.COMPLETED);
        takesOver(contact, from, to, "attended transfer");
        return Shifts.DONE;
    }

    /** A supervisor of the agent's team takes the talk. */
    String takeOver(Contact contact, Agent supervisor) {
        if (!contact.isTalking()) {
            return "contact " + contact.id + " does not talk";
        }
        Agent from = contact.agent();
        if (!supervisor.definition().supervises().contains(from.team())) {
            return "agent " + supervisor.id() + " does not supervise team \"" + from.team() + "\"";
        }
        if (!List.of(AgentState.READY, AgentState.NOT_READY, AgentState.WRAP_UP).contains(supervisor.state)) {
            return "agent " + supervisor.id() + " is " + supervisor.state;
        }
        talks.leave(contact);
        takesOver(contact, from, supervisor, "taken over");
        return Shifts.DONE;
    }

    private void takesOver(Contact contact, Agent from, Agent to, String reason) {
        to.talk(contact);
        contact.stage = ContactStage.TALKING;
        contact.talkingSince = floor.now();
        floor.emit(new AcdEvent.TakenOver(floor.now(), contact.id, from.id(), to.id(), contact.queue.name, reason));
        if (to.state != AgentState.TALKING) {
            states.become(to, AgentState.TALKING, "contact " + contact.id);
        }
        talks.wrapUp(from, contact.queue, reason);
    }
}
