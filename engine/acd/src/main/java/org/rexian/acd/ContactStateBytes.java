package org.rexian.acd;

import java.util.Map;
import java.util.Optional;
import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.acd.bytes.Codes;
import org.rexian.acd.bytes.Malformed;

/** One contact as it stands, as bytes, without the queue, class, agent and offers that it is linked to. */
final class ContactStateBytes {

    private static final Codes<ContactStage> STAGES = Codes.of(
            ContactStage.WAITING,
            ContactStage.PARKED,
            ContactStage.RINGING,
            ContactStage.DIALLING,
            ContactStage.TALKING,
            ContactStage.HELD);

    private ContactStateBytes() {}

    static void write(Contact contact, BytesOut out) {
        out.number(contact.id).number(contact.minor).number(contact.waitingSince);
        ContactBytes.KINDS.write(contact.kind, out);
        out.text(contact.requirement).text(contact.customerClass).number(contact.priority());
        out.map(contact.attributes, BytesOut::textOf);
        out.text(contact.customer).number(contact.ageCreditMillis);
        out.optional(contact.dialling, ContactBytes::writeDialling);
        STAGES.write(contact.stage, out);
        out.number(contact.major).number(contact.lookAt).flag(contact.first);
        out.number(contact.queueStep).number(contact.ownStep);
        out.text(contact.pinnedTo).number(contact.pinnedUntil);
        out.number(contact.tries)
                .number(contact.parkedUntil)
                .number(contact.offers)
                .number(contact.talkingSince);
        out.flag(contact.hadToWait)
                .flag(contact.forAnyone)
                .number(contact.toldPosition)
                .number(contact.toldEwtMillis);
        FigureBytes.write(contact.timer, out);
    }

    static Contact read(CallQueue queue, Deadlines deadlines, BytesIn in) throws Malformed {
        long id = in.number();
        long arrival = in.number();
        long since = in.number();
        ContactKind kind = ContactBytes.KINDS.read(in);
        String requirement = in.text();
        String tier = in.text();
        int priority = in.integer();
        Map<String, String> attributes = in.map(BytesIn::text);
        Standing standing =
                new Standing(in.text(), in.number(), Optional.empty(), in.optional(ContactBytes::readDialling));
        AcdCommand.Enqueue enqueue =
                new AcdCommand.Enqueue(since, id, kind, queue.name, requirement, tier, priority, attributes, standing);
        Wish wish = queue.wish(requirement).isPresent()
                ? queue.wish(requirement).get()
                : queue.wish(requirement, QueueBytes.plan(requirement, in));
        Contact contact = new Contact(enqueue, queue, wish, arrival);
        contact.stage = STAGES.read(in);
        contact.major = in.number();
        contact.lookAt = in.number();
        contact.first = in.flag();
        contact.queueStep = in.integer();
        contact.ownStep = in.integer();
        contact.pinnedTo = in.text();
        contact.pinnedUntil = in.number();
        contact.tries = in.integer();
        contact.parkedUntil = in.number();
        contact.offers = in.integer();
        contact.talkingSince = in.number();
        contact.hadToWait = in.flag();
        contact.forAnyone = in.flag();
        contact.toldPosition = in.integer();
        contact.toldEwtMillis = in.number();
        FigureBytes.read(contact.timer, deadlines, in);
        return contact;
    }
}
