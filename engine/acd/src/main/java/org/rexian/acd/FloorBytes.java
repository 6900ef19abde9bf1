package org.rexian.acd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.acd.bytes.Malformed;

/**
 * The whole floor as bytes: numbers, agents, queues with their classes, contacts, offers, then the links between them. The index
 * is written, not rebuilt, because it remembers (when a class was last asked for, an agent's worth when it became ready), and
 * because its orders decide. A queue or class that only a talk still knows is written behind the others.
 */
final class FloorBytes {

    /** Goes up with any change of what is written; what an older engine wrote is not read by a newer one, the journal is. */
    private static final int LAYOUT = 1;

    private final Floor floor;
    private final Reservations reservations;
    private final List<CallQueue> queues = new ArrayList<>();
    private final List<RequirementClass> classes = new ArrayList<>();
    private final IdentityHashMap<CallQueue, Integer> numberOfQueue = new IdentityHashMap<>();
    private final IdentityHashMap<RequirementClass, Integer> numberOfClass = new IdentityHashMap<>();

    private FloorBytes(Floor floor, Reservations reservations) {
        this.floor = floor;
        this.reservations = reservations;
    }

    static void write(Floor floor, Reservations reservations, BytesOut out) {
        new FloorBytes(floor, reservations).write(out);
    }

    private void write(BytesOut out) {
        out.tag(LAYOUT);
        writeNumbers(out);
        out.all(floor.agents.values(), AgentBytes::write);
        List<Contact> contacts = new ArrayList<>(floor.contacts.values());
        contacts.sort(Comparator.comparingLong(contact -> contact.minor));
        number(contacts);
        out.count(floor.queues.size()).all(queues, QueueBytes::write);
        out.all(classes, this::writeClass);
        out.all(floor.queues.values(), (queue, to) -> to.number(numberOf(queue.everyone)));
        out.all(contacts, this::writeContact);
        List<Offer> offers = new ArrayList<>(floor.offers.values());
        offers.sort(Comparator.comparingLong(offer -> offer.id));
        out.all(offers, FloorBytes::writeOffer);
        out.all(floor.agents.values(), this::writeLinks);
        out.all(reservations.reserves, (reserve, to) -> to.all(reserve.ready, FloorBytes::writeId));
    }

    private void writeNumbers(BytesOut out) {
        out.number(floor.now()).number(floor.deadlines.order).number(floor.offersMade);
        out.number(floor.arrivals).number(floor.idleTurns).number(floor.waiting).real(floor.ratios);
        ConfigurationCodec.writeRules(floor.rules, out);
        out.number(floor.lastTalks.keepMillis);
        out.map(floor.lastTalks.byCustomer, (last, to) -> to.text(last.agent()).number(last.at()));
    }

    private void number(List<Contact> contacts) {
        floor.queues.values().forEach(this::number);
        contacts.forEach(contact -> number(contact.queue));
        contacts.forEach(contact -> number(contact.requirementClass().queue));
        queues.forEach(queue -> queue.classes.values().forEach(this::number));
        floor.queues.values().forEach(queue -> number(queue.everyone));
        contacts.forEach(contact -> number(contact.requirementClass()));
    }

    private void number(CallQueue queue) {
        if (numberOfQueue.putIfAbsent(queue, queues.size()) == null) {
            queues.add(queue);
        }
    }

    private void number(RequirementClass of) {
        if (numberOfClass.putIfAbsent(of, classes.size()) == null) {
            classes.add(of);
        }
    }

    private int numberOf(CallQueue queue) {
        return numberOfQueue.getOrDefault(queue, -1);
    }

    private int numberOf(RequirementClass of) {
        return numberOfClass.getOrDefault(of, -1);
    }

    @SuppressWarnings("ReferenceEquality") // the very class
    private void writeClass(RequirementClass of, BytesOut out) {
        out.number(numberOf(of.queue)).flag(of.queue.classes.get(of.key) == of);
        QueueBytes.write(of, out);
    }

    private void writeContact(Contact contact, BytesOut out) {
        out.number(numberOf(contact.queue)).number(numberOf(contact.requirementClass()));
        ContactStateBytes.write(contact, out);
    }

    private static void writeOffer(Offer offer, BytesOut out) {
        out.number(offer.id).number(offer.contact.id).text(offer.agent.id());
    }

    private static void writeId(Agent agent, BytesOut out) {
        out.text(agent.id());
    }

    private void writeLinks(Agent agent, BytesOut out) {
        out.all(agent.talks, (talk, to) -> to.number(talk.id));
        out.count(agent.candidates.size());
        for (Candidate candidate : agent.candidates) {
            out.number(numberOf(candidate.requirementClass)).flag(candidate.isQueued());
            if (candidate.isQueued()) {
                out.number(candidate.major).number(candidate.minor);
            }
        }
    }

    /** Into a floor on which nothing has happened yet. */
    static void read(Floor floor, Reservations reservations, BytesIn in) throws Malformed {
        int layout = in.tag();
        if (layout != LAYOUT) {
            throw in.malformed("a state of layout " + layout + ", this engine reads " + LAYOUT);
        }
        new FloorBytes(floor, reservations).read(in);
        in.end();
    }

    private void read(BytesIn in) throws Malformed {
        readNumbers(in);
        for (Agent agent : in.all(from -> AgentBytes.read(from, floor.deadlines))) {
            floor.agents.put(agent.id(), agent);
            reservations.learn(agent);
        }
        int current = in.count();
        queues.addAll(in.all(from -> QueueBytes.read(from, floor)));
        for (CallQueue queue : queues.subList(0, Math.min(current, queues.size()))) {
            floor.queues.put(queue.name, queue);
        }
        classes.addAll(in.all(this::readClass));
        List<RequirementClass> everyone = in.all(from -> one(classes, from));
        for (int i = 0; i < Math.min(everyone.size(), queues.size()); i++) {
            queues.get(i).everyone = everyone.get(i);
        }
        in.all(this::readContact).forEach(contact -> floor.contacts.put(contact.id, contact));
        in.all(this::readOffer).forEach(offer -> floor.offers.put(offer.id, offer));
        readLinks(in);
    }

    private void readNumbers(BytesIn in) throws Malformed {
        floor.turn.begin(in.number(), event -> {});
        floor.deadlines.order = in.number();
        floor.offersMade = in.number();
        floor.arrivals = in.number();
        floor.idleTurns = in.number();
        floor.waiting = in.integer();
        floor.ratios = in.real();
        floor.rules = ConfigurationCodec.readRules(in);
        floor.lastTalks.keepMillis = in.number();
        floor.lastTalks.byCustomer.putAll(in.map(from -> new LastTalks.LastTalk(from.text(), from.number())));
        for (RoutingRules.Reservation rule : floor.rules.reservations()) {
            reservations.reserves.add(
                    new Reserve(rule, QueueBytes.plan(rule.agents(), in).at(0)));
        }
    }

    private RequirementClass readClass(BytesIn in) throws Malformed {
        CallQueue queue = one(queues, in);
        boolean listed = in.flag();
        RequirementClass of = QueueBytes.read(queue, floor.rules, in);
        if (listed) {
            queue.classes.put(of.key, of);
        }
        return of;
    }

    private Contact readContact(BytesIn in) throws Malformed {
        CallQueue queue = one(queues, in);
        RequirementClass of = one(classes, in);
        Contact contact = ContactStateBytes.read(queue, floor.deadlines, in);
        contact.setRequirementClass(of);
        if (contact.stage == ContactStage.WAITING) {
            queue.line.join(contact);
            of.waiting.add(contact);
        }
        return contact;
    }

    private Offer readOffer(BytesIn in) throws Malformed {
        long id = in.number();
        Contact contact = contact(in);
        Agent agent = agent(in);
        Offer offer = new Offer(id, contact, agent);
        agent.ring(offer);
        return offer;
    }

    private void readLinks(BytesIn in) throws Malformed {
        int agents = in.count();
        if (agents != floor.agents.size()) {
            throw in.malformed("links of " + agents + " agents, there are " + floor.agents.size());
        }
        for (Agent agent : floor.agents.values()) {
            in.all(this::contact).forEach(agent::talk);
            for (int i = in.count(); i > 0; i--) {
                readCandidate(agent, in);
            }
        }
        int reserves = in.count();
        if (reserves != reservations.reserves.size()) {
            throw in.malformed(reserves + " reserves, the rules have " + reservations.reserves.size());
        }
        for (Reserve reserve : reservations.reserves) {
            reserve.ready.addAll(in.all(this::agent));
        }
    }

    private void readCandidate(Agent agent, BytesIn in) throws Malformed {
        Candidate candidate = new Candidate(agent, one(classes, in));
        agent.addCandidate(candidate);
        if (in.flag()) {
            candidate.major = in.number();
            candidate.minor = in.number();
            candidate.requirementClass.ready.add(candidate);
        }
    }

    private static <T> T one(List<T> all, BytesIn in) throws Malformed {
        long number = in.number();
        if (number < 0 || number >= all.size()) {
            throw in.malformed("number " + number + " of " + all.size());
        }
        return all.get((int) number);
    }

    private Contact contact(BytesIn in) throws Malformed {
        long id = in.number();
        Contact contact = floor.contacts.get(id);
        if (contact == null) {
            throw in.malformed("no contact " + id);
        }
        return contact;
    }

    private Agent agent(BytesIn in) throws Malformed {
        String id = in.text();
        Agent agent = floor.agents.get(id);
        if (agent == null) {
            throw in.malformed("no agent " + id);
        }
        return agent;
    }
}
