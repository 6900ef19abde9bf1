package org.rexian.acd;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings contacts and agents together. Between two commands no ready agent matches a waiting contact, so an arrival needs
 * to look at agents alone, and a freed agent at contacts alone.
 */
final class Routing {

    private final Floor floor;
    private final AgentStates states;
    private final PositionRounds rounds;
    private boolean suspended;

    Routing(Floor floor, AgentStates states, PositionRounds rounds) {
        this.floor = floor;
        this.states = states;
        this.rounds = rounds;
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
        RequirementClass wanted = contact.requirementClass();
        if (suspended || wanted.ready.isEmpty()) {
            contact.hadToWait = true;
            contact.queue.join(contact, floor.now());
            rounds.moved(contact.queue);
        } else {
            offerToBest(contact);
        }
    }

    private void offerToBest(Contact contact) {
        RequirementClass wanted = contact.requirementClass();
        Agent agent = wanted.ready.first().agent;
        offer(contact, agent, wanted.reasonFor(agent, wanted.ready.size(), floor.now()));
    }

    /** A ready agent takes the contact with the best right among all that it matches, or joins the ready. */
    void offerTo(Agent agent) {
        Contact best = suspended ? null : bestFor(agent);
        if (best == null) {
            agent.list();
            return;
        }
        int waiting = best.queue.line.size();
        leaveLine(best);
        long waited = (floor.now() - best.enqueuedAt) / 1000;
        offer(best, agent, "next of " + waiting + " waiting: priority " + best.priority() + ", waited " + waited + "s");
    }

    void leaveLine(Contact contact) {
        contact.queue.leave(contact, floor.now());
        rounds.moved(contact.queue);
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

    private static @Nullable Contact bestFor(Agent agent) {
        Contact best = null;
        List<RequirementClass> classes = agent.classes();
        for (int i = 0; i < classes.size(); i++) {
            IndexedHeap<Contact> waiting = classes.get(i).waiting;
            if (!waiting.isEmpty() && (best == null || waiting.first().isBefore(best))) {
                best = waiting.first();
            }
        }
        return best;
    }

    private void offer(Contact contact, Agent agent, String reason) {
        CallQueue queue = contact.queue;
        long ringMillis = queue.definition().ringMillis();
        Offer offer = new Offer(++floor.offersMade, contact, agent);
        floor.offers.put(offer.id, offer);
        contact.stage = ContactStage.RINGING;
        contact.offers++;
        queue.ringing++;
        agent.offered++;
        agent.ring(offer);
        states.become(agent, AgentState.RESERVED, "offer " + offer.id);
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
