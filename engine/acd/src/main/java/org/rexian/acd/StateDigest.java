package org.rexian.acd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The digest of everything that decides about the future; the index is left out, for it follows from the rest. */
final class StateDigest {

    private StateDigest() {}

    static long of(Floor floor) {
        long hash = Digest.mix(0, floor.now());
        hash = Digest.mix(hash, new long[] {floor.offersMade, floor.arrivals, floor.idleTurns, floor.waiting});
        hash = Digest.mix(hash, floor.rules.toString());
        for (Map.Entry<String, LastTalks.LastTalk> last : floor.lastTalks.byCustomer.entrySet()) {
            hash = Digest.mix(Digest.mix(hash, last.getKey()), last.getValue().agent());
            hash = Digest.mix(hash, last.getValue().at());
        }
        for (Agent agent : floor.agents.values()) {
            hash = Digest.mix(hash, of(agent));
        }
        for (CallQueue queue : floor.queues.values()) {
            hash = Digest.mix(hash, of(queue));
        }
        List<Contact> contacts = new ArrayList<>(floor.contacts.values());
        contacts.sort(Comparator.comparingLong(contact -> contact.minor));
        for (Contact contact : contacts) {
            hash = Digest.mix(hash, of(contact));
        }
        List<Offer> offers = new ArrayList<>(floor.offers.values());
        offers.sort(Comparator.comparingLong(offer -> offer.id));
        for (Offer offer : offers) {
            hash = Digest.mix(Digest.mix(hash, offer.id), offer.contact.id);
            hash = Digest.mix(hash, offer.agent.id());
        }
        return hash;
    }

    private static long of(Agent agent) {
        long hash = Digest.mix(0, agent.id());
        hash = Digest.mix(Digest.mix(hash, agent.name()), agent.team());
        for (Map.Entry<String, Integer> skill : agent.skills().entrySet()) {
            hash = Digest.mix(Digest.mix(hash, skill.getKey()), skill.getValue());
        }
        for (String queue : agent.queues()) {
            hash = Digest.mix(hash, queue);
        }
        hash = Digest.mix(Digest.mix(hash, agent.state.name()), agent.reason);
        hash = Digest.mix(Digest.mix(hash, agent.next.name()), agent.nextReason);
        hash = Digest.mix(hash, agent.desk);
        for (Contact talk : agent.talks) {
            hash = Digest.mix(hash, talk.id);
        }
        hash = Digest.mix(hash, (agent.registered ? 1 : 0) + (agent.removed ? 2 : 0));
        hash = Digest.mix(hash, new long[] {
            agent.since,
            agent.refusals,
            agent.idleOrder,
            agent.idleSince,
            agent.lastOffer,
            agent.offered,
            agent.answered,
            agent.answeredSinceSignIn,
            agent.signedInAt,
            agent.busyMillisBefore,
            agent.rank,
            agent.isListed() ? agent.worth : -1,
            agent.declinesChats ? 1 : 0
        });
        hash = Digest.mix(Digest.mix(hash, agent.millisIn.digest()), agent.offersEnded.digest());
        return due(hash, agent.timer);
    }

    private static long of(CallQueue queue) {
        long hash = Digest.mix(Digest.mix(0, queue.name), queue.definition().toString());
        hash = Digest.mix(hash, new long[] {
            queue.offered,
            queue.answered,
            queue.answeredWithinServiceLevel,
            queue.abandoned,
            queue.left,
            queue.overflowedIn,
            queue.overflowedOut,
            queue.requeued,
            queue.unreached,
            queue.open ? 1 : 0,
            queue.dialling,
            queue.parked,
            queue.ringing,
            queue.line.size(),
            queue.untold,
            queue.nextTold
        });
        hash = Digest.mix(Digest.mix(hash, queue.limitExits.digest()), queue.ewt.digest());
        return due(hash, queue.round);
    }

    private static long of(Contact contact) {
        long hash = Digest.mix(Digest.mix(0, contact.id), contact.queue.name);
        hash = Digest.mix(Digest.mix(hash, contact.kind.name()), contact.stage.name());
        hash = Digest.mix(Digest.mix(hash, contact.requirement), contact.customerClass);
        for (Map.Entry<String, String> attribute : contact.attributes.entrySet()) {
            hash = Digest.mix(Digest.mix(hash, attribute.getKey()), attribute.getValue());
        }
        hash = Digest.mix(hash, new long[] {
            contact.major,
            contact.minor,
            contact.priority(),
            contact.waitingSince,
            contact.ageCreditMillis,
            contact.first ? 1 : 0,
            contact.queueStep,
            contact.ownStep,
            contact.pinnedUntil,
            contact.lookAt,
            contact.tries,
            contact.parkedUntil,
            contact.offers,
            contact.talkingSince,
            (contact.hadToWait ? 1 : 0) + (contact.forAnyone ? 2 : 0),
            contact.toldPosition,
            contact.toldEwtMillis
        });
        hash = Digest.mix(Digest.mix(hash, contact.customer), contact.pinnedTo);
        hash = Digest.mix(hash, contact.dialling.map(Dialling::toString).orElse(""));
        return due(contact.isServed() ? Digest.mix(hash, contact.agent().id()) : hash, contact.timer);
    }

    private static long due(long hash, Deadline deadline) {
        return deadline.isQueued()
                ? Digest.mix(Digest.mix(hash, deadline.major), deadline.minor)
                : Digest.mix(hash, -1);
    }
}
