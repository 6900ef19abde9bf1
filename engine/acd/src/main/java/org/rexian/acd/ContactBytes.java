package org.rexian.acd;

import java.util.Optional;
import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.acd.bytes.Codes;
import org.rexian.acd.bytes.Malformed;

/** What a contact brings along, as bytes. */
final class ContactBytes {

    static final Codes<ContactKind> KINDS = Codes.of(
            ContactKind.VOICE, ContactKind.CALLBACK, ContactKind.OUTBOUND, ContactKind.CHAT, ContactKind.CONSULT);

    private ContactBytes() {}

    static void write(AcdCommand.Enqueue c, BytesOut out) {
        KINDS.write(c.kind(), out.number(c.contact()));
        out.text(c.queue()).text(c.requirement()).text(c.customerClass()).number(c.priority());
        out.map(c.attributes(), BytesOut::textOf);
        writeStanding(c.standing(), out);
    }

    static AcdCommand.Enqueue readEnqueue(long at, BytesIn in) throws Malformed {
        return new AcdCommand.Enqueue(
                at,
                in.number(),
                KINDS.read(in),
                in.text(),
                in.text(),
                in.text(),
                in.integer(),
                in.map(BytesIn::text),
                readStanding(in));
    }

    static void write(AcdCommand.Transfer c, BytesOut out) {
        out.number(c.contact()).text(c.queue()).text(c.requirement()).number(c.ageCreditMillis());
        out.optional(c.wish(), ContactBytes::writeWish);
    }

    static AcdCommand.Transfer readTransfer(long at, BytesIn in) throws Malformed {
        return new AcdCommand.Transfer(
                at, in.number(), in.text(), in.text(), in.number(), in.optional(ContactBytes::readWish));
    }

    static void writeStanding(Standing standing, BytesOut out) {
        out.text(standing.customer()).number(standing.ageCreditMillis());
        out.optional(standing.wish(), ContactBytes::writeWish);
        out.optional(standing.dialling(), ContactBytes::writeDialling);
    }

    static Standing readStanding(BytesIn in) throws Malformed {
        String customer = in.text();
        long credit = in.number();
        Optional<AgentWish> wish = in.optional(ContactBytes::readWish);
        return new Standing(customer, credit, wish, in.optional(ContactBytes::readDialling));
    }

    static void writeWish(AgentWish wish, BytesOut out) {
        out.text(wish.agent()).number(wish.waitMillis());
    }

    static AgentWish readWish(BytesIn in) throws Malformed {
        return new AgentWish(in.text(), in.number());
    }

    static void writeDialling(Dialling dialling, BytesOut out) {
        out.text(dialling.number()).number(dialling.notBefore()).number(dialling.notAfter());
        out.number(dialling.tries()).number(dialling.retryMillis());
    }

    static Dialling readDialling(BytesIn in) throws Malformed {
        return new Dialling(in.text(), in.number(), in.number(), in.integer(), in.number());
    }
}
