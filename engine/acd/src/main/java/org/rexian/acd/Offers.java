package org.rexian.acd;

/** What becomes of an offer: accepted, refused, rung out, or taken back. Each offer ends once. */
final class Offers {

    private final Floor floor;
    private final AgentStates states;
    private final Routing routing;
    private final Limits limits;

    Offers(Floor floor, AgentStates states, Routing routing, Limits limits) {
        this.floor = floor;
        this.states = states;
        this.routing = routing;
        this.limits = limits;
    }

    void accepted(Offer offer) {
        Contact contact = offer.contact;
        Agent agent = offer.agent;
        CallQueue queue = contact.queue;
        long now = floor.now();
        long waitMillis = now - contact.enqueuedAt;
        forget(offer);
        floor.deadlines.cancel(contact.limit);
        contact.stage = ContactStage.TALKING;
        contact.requirementClass().live--;
        queue.answered++;
        if (waitMillis <= queue.definition().serviceLevelMillis()) {
            queue.answeredWithinServiceLevel++;
        }
        if (contact.hadToWait) {
            queue.ewt.served(now);
        }
        agent.answered++;
        agent.refusals = 0;
        agent.talk();
        states.become(agent, AgentState.TALKING, "contact " + contact.id);
        floor.emit(new AcdEvent.Connected(now, offer.id, contact.id, agent.id(), queue.name, waitMillis));
    }

    void rejected(Offer offer, RejectCause cause) {
        OfferEnd end = endOf(cause);
        cancel(offer, end);
        Refusals.afterwards(floor, states, offer.agent, cause);
        backToQueue(offer.contact);
    }

    /** The ring time is over. */
    void rangOut(Offer offer) {
        cancel(offer, OfferEnd.RING_NO_ANSWER);
        AgentState then = switch (offer.contact.queue.definition().ringNoAnswer()) {
            case NOT_READY -> AgentState.NOT_READY;
            case UNREACHABLE -> AgentState.UNREACHABLE;
        };
        states.become(offer.agent, then, "ring no answer");
        backToQueue(offer.contact);
    }

    /** The agent went: the caller of this puts the agent into its new state, then calls {@link #backToQueue}. */
    void agentGone(Offer offer) {
        cancel(offer, OfferEnd.AGENT_GONE);
    }

    /** The contact ends while it rings; the agent is free for the next one at once. */
    void contactGone(Offer offer, OfferEnd why, ContactEnd end) {
        cancel(offer, why);
        floor.end(offer.contact, end);
        routing.readyAgain(offer.agent, "offer taken back");
    }

    /** To its own place, with its age, and on to the next agent at once if there is one. */
    void backToQueue(Contact contact) {
        if (limits.waitsTooLong(contact)) {
            return;
        }
        contact.stage = ContactStage.WAITING;
        routing.waits(contact);
    }

    private void cancel(Offer offer, OfferEnd why) {
        forget(offer);
        offer.agent.offersEnded.add(why, 1);
        offer.agent.stopRinging();
        floor.emit(new AcdEvent.OfferCancelled(floor.now(), offer.id, offer.contact.id, offer.agent.id(), why));
    }

    private void forget(Offer offer) {
        floor.offers.remove(offer.id);
        offer.contact.queue.ringing--;
    }

    private static OfferEnd endOf(RejectCause cause) {
        return switch (cause) {
            case BUSY -> OfferEnd.BUSY;
            case REJECTED -> OfferEnd.REJECTED;
            case UNREGISTERED -> OfferEnd.UNREGISTERED;
            case FAILED -> OfferEnd.FAILED;
        };
    }
}
