package org.rexian.acd;

import java.util.ArrayList;
import java.util.List;
import org.rexian.acd.AcdConfiguration.AgentChoice;

/**
 * Brings contacts and agents together. Between two commands no ready agent may take a waiting contact, so an arrival needs
 * to look at agents alone, and a freed agent at contacts alone.
 */
final class Routing {

    private final Floor floor;
    private final AgentStates states;
    private final PositionRounds rounds;
    private final Reservations reservations;
    private boolean suspended;

    Routing(Floor floor, AgentStates states, PositionRounds rounds, Reservations reservations) {
        this.floor = floor;
        this.states = states;
        this.rounds = rounds;
        this.reservations = reservations;
    }

    /** The agent would take contacts: READY if the phone allows it, and then perhaps RESERVED at once. */
    void ready(Agent agent, String reason) {
        if (!agent.registered) {
            states.become(agent, AgentState.UNREACHABLE, "phone not registered");
            return;
        }
        agent.idleOrder = ++floor.idleTurns;
        agent.idleSince = floor.now();
        states.become(agent, AgentState.READY, reason);
        offerTo(agent);
    }

    /** Ready as if nothing had been: an offer that ended by the caller costs the agent no place among the idle. */
    void readyAgain(Agent agent, String reason) {
        states.become(agent, AgentState.READY, reason);
        offerTo(agent);
    }

    /** A contact comes, or comes back: it is offered at once, or takes its own place in the line. */
    void waits(Contact contact) {
        contact.stage = ContactStage.WAITING;
        RequirementClass wanted = contact.requirementClass();
        if (suspended || wanted.ready.isEmpty()) {
            contact.hadToWait = true;
            contact.queue.join(contact, floor.now());
            floor.waiting++;
            rounds.moved(contact.queue);
        } else {
            offerToBest(contact);
        }
    }

    private void offerToBest(Contact contact) {
        RequirementClass wanted = contact.requirementClass();
        QueueDefinition rules = contact.queue.definition();
        int phones = rules.agentChoice() == AgentChoice.RING_ALL ? rules.ringAtOnce() : 1;
        for (int rung = 0; rung < phones && !wanted.ready.isEmpty(); rung++) {
            Candidate first = wanted.ready.first();
            offer(contact, first.agent, wanted.reasonFor(first, wanted.ready.size(), floor.now()));
        }
    }

    /** An agent who could take a contact takes the one with the best right among all that it matches, or is listed. */
    void offerTo(Agent agent) {
        if (suspended) {
            return; // everybody is listed anew at the end
        }
        List<Agent> released = agent.isTalking() ? List.of() : reservations.arrived(agent);
        if (offerBestTo(agent)) {
            return;
        }
        agent.list(floor.now());
        for (Agent other : released) {
            reservations.relist(other, floor.now());
            offerBestTo(other);
        }
    }

    /** After a talk of several: the agent takes another chat if it may. */
    void offerChatTo(Agent agent) {
        if (agent.hasRoomForChat()) {
            offerTo(agent);
        }
    }

    private boolean offerBestTo(Agent agent) {
        Contact best = ContactOrder.bestFor(agent, floor);
        if (best == null) {
            return false;
        }
        int waiting = best.queue.line.size();
        leaveLine(best);
        offer(best, agent, reasonFor(best, waiting));
        return true;
    }

    private String reasonFor(Contact contact, int waiting) {
        long waited = (floor.now() - contact.waitingSince) / 1000;
        StringBuilder text = new StringBuilder(64);
        text.append("next of ").append(waiting).append(" waiting: priority ").append(contact.priority());
        text.append(", waited ").append(waited).append('s');
        if (contact.ageCreditMillis > 0) {
            text.append(" and ").append(contact.ageCreditMillis / 1000).append("s before");
        }
        return text.append(contact.first ? ", put first" : "").toString();
    }

    void leaveLine(Contact contact) {
        contact.queue.leave(contact, floor.now());
        floor.waiting--;
        rounds.moved(contact.queue);
    }

    /** A contact that waits in the line now asks for something else, or stands elsewhere: it takes its new place. */
    void reconsider(Contact contact) {
        leaveLine(contact);
        assign(contact);
        waits(contact);
    }

    /** Gives a contact that is in no line the class that follows from its state. */
    void assign(Contact contact) {
        RequirementClass wanted = contact.wanted();
        contact.requirementClass().live--;
        wanted.live++;
        wanted.used(contact.minor, floor.now());
        contact.setRequirementClass(wanted);
    }

    /** From here to {@link #resume} nobody is offered anybody: the index is being rebuilt. */
    void suspend() {
        suspended = true;
    }

    /** Offers whatever can be offered, in the order of the contacts' right. */
    void resume() {
        suspended = false;
        List<Contact> waiting = new ArrayList<>();
        floor.queues.values().forEach(queue -> waiting.addAll(queue.line.inOrder()));
        waiting.sort((a, b) -> a.isBefore(b) ? -1 : b.isBefore(a) ? 1 : 0);
        for (Contact contact : waiting) {
            if (!contact.requirementClass().ready.isEmpty()) {
                leaveLine(contact);
                offerToBest(contact);
            }
        }
    }

    private void offer(Contact contact, Agent agent, String reason) {
        CallQueue queue = contact.queue;
        long ringMillis = queue.definition().ringMillis();
        Offer offer = new Offer(++floor.offersMade, contact, agent);
        floor.offers.put(offer.id, offer);
        if (contact.stage != ContactStage.RINGING) {
            contact.stage = ContactStage.RINGING;
            queue.ringing++;
        }
        contact.offers++;
        agent.offered++;
        agent.ring(offer);
        if (agent.isTalking()) {
            agent.unlist(); // a chat beside others rings while the agent goes on talking
        } else {
            states.become(agent, AgentState.RESERVED, "offer " + offer.id);
        }
        floor.deadlines.set(agent.timer, floor.now() + ringMillis);
        floor.emit(new AcdEvent.AgentOffered(
                floor.now(),
                offer.id,
                contact.id,
                contact.kind,
                agent.id(),
                queue.name,
                ringMillis,
                reason,
                contact.attributes));
    }
}
