package org.rexian.acd;

import java.util.List;

/** What becomes of an offer: accepted, refused, rung out, or taken back. Each offer ends once. */
final class Offers {

    private final Floor floor;
    private final AgentStates states;
    private final Routing routing;
    private final Limits limits;
    private final Watches watches;

    Offers(Floor floor, AgentStates states, Routing routing, Limits limits, Watches watches) {
        this.floor = floor;
        this.states = states;
        this.routing = routing;
        this.limits = limits;
        this.watches = watches;
    }

    void accepted(Offer offer) {
        Contact contact = offer.contact;
        Agent agent = offer.agent;
        contact.queue.ringing--;
        forget(offer);
        agent.stopRinging();
        floor.deadlines.cancel(contact.timer);
        contact.requirementClass().live--;
        contact.first = false;
        List<Offer> others = List.copyOf(contact.ringing);
        others.forEach(other -> cancel(other, OfferEnd.ANSWERED_ELSEWHERE));
        agent.answered++;
        agent.answeredSinceSignIn++;
        agent.refusals = 0;
        agent.talk(contact);
        contact.stage = contact.dialling.isPresent() ? ContactStage.DIALLING : ContactStage.TALKING;
        contact.queue.dialling += contact.dialling.isPresent() ? 1 : 0;
        if (agent.state == AgentState.TALKING) {
            floor.deadlines.cancel(agent.timer); // a chat beside others
        } else {
            states.become(agent, AgentState.TALKING, "contact " + contact.id);
        }
        if (contact.dialling.isPresent()) {
            dial(contact, contact.dialling.get());
        } else {
            connected(offer.id, contact);
        }
        others.forEach(other -> free(other.agent, "answered elsewhere"));
        routing.offerChatTo(agent);
    }

    private void dial(Contact contact, Dialling dialling) {
        contact.tries++;
        floor.emit(new AcdEvent.DialCustomer(
                floor.now(), contact.id, contact.agent().id(), contact.queue.name, dialling.number(), contact.tries));
    }

    /** Agent and customer are there: the talk begins. */
    void connected(long offer, Contact contact) {
        long now = floor.now();
        long waitMillis = now - contact.waitingSince;
        CallQueue queue = contact.queue;
        contact.stage = ContactStage.TALKING;
        contact.talkingSince = now;
        queue.answered++;
        if (waitMillis <= queue.definition().serviceLevelMillis()) {
            queue.answeredWithinServiceLevel++;
        }
        if (contact.hadToWait) {
            queue.ewt.served(contact.forAnyone, now);
        }
        floor.emit(
                new AcdEvent.Connected(now, offer, contact.id, contact.agent().id(), queue.name, waitMillis));
    }

    void rejected(Offer offer, RejectCause cause) {
        cancel(offer, endOf(cause));
        if (offer.agent.isTalking()) {
            offer.agent.declinesChats = true;
        } else {
            Refusals.afterwards(floor, states, offer.agent, cause);
        }
        backToQueue(offer.contact);
    }

    /** The ring time is over. */
    void rangOut(Offer offer) {
        cancel(offer, OfferEnd.RING_NO_ANSWER);
        if (offer.agent.isTalking()) {
            offer.agent.declinesChats = true;
        } else {
            AgentState then = switch (offer.contact.queue.definition().ringNoAnswer()) {
                case NOT_READY -> AgentState.NOT_READY;
                case UNREACHABLE -> AgentState.UNREACHABLE;
            };
            states.become(offer.agent, then, "ring no answer");
        }
        backToQueue(offer.contact);
    }

    /** The agent went: the caller of this puts the agent into its new state, then calls {@link #backToQueue}. */
    void agentGone(Offer offer) {
        cancel(offer, OfferEnd.AGENT_GONE);
    }

    /** The contact ends while it rings; its agents are free for the next one at once. */
    void contactGone(Contact contact, OfferEnd why, ContactEnd end) {
        List<Offer> all = takeBack(contact, why);
        floor.end(contact, end);
        all.forEach(offer -> free(offer.agent, "offer taken back"));
    }

    /** Ends every offer of a contact; {@link #free} its agents when the contact is where it is going. */
    List<Offer> takeBack(Contact contact, OfferEnd why) {
        List<Offer> all = List.copyOf(contact.ringing);
        all.forEach(offer -> cancel(offer, why));
        contact.queue.ringing--;
        return all;
    }

    void free(Agent agent, String reason) {
        if (agent.state == AgentState.RESERVED) {
            routing.readyAgain(agent, reason);
        } else {
            routing.offerChatTo(agent);
        }
    }

    /** To its own place, with its age, and on to the next agent at once if there is one; not while other phones ring. */
    void backToQueue(Contact contact) {
        if (!contact.ringing.isEmpty()) {
            return;
        }
        contact.queue.ringing--;
        if (!limits.waitsTooLong(contact)) {
            routing.waits(contact);
            watches.watch(contact);
        }
    }

    private void cancel(Offer offer, OfferEnd why) {
        forget(offer);
        offer.agent.offersEnded.add(why, 1);
        offer.agent.stopRinging();
        floor.deadlines.cancel(offer.agent.timer);
        floor.emit(new AcdEvent.OfferCancelled(floor.now(), offer.id, offer.contact.id, offer.agent.id(), why));
    }

    private void forget(Offer offer) {
        floor.offers.remove(offer.id);
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
