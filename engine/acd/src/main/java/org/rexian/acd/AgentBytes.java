package org.rexian.acd;

import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.acd.bytes.Codes;
import org.rexian.acd.bytes.Malformed;

/** One agent as bytes, without the contacts, offers and classes that it is linked to. */
final class AgentBytes {

    private static final Codes<Agent.Next> NEXT = Codes.of(Agent.Next.READY, Agent.Next.NOT_READY, Agent.Next.SIGN_OUT);
    private static final Codes<Agent.Listing> LISTINGS =
            Codes.of(Agent.Listing.NOTHING, Agent.Listing.CHATS, Agent.Listing.EVERYTHING);

    private AgentBytes() {}

    static void write(Agent agent, BytesOut out) {
        ConfigurationCodec.writeAgent(agent.definition(), out);
        out.map(agent.skills(), BytesOut::numberOf);
        FigureBytes.STATES.write(agent.state, out);
        out.text(agent.reason).number(agent.since);
        NEXT.write(agent.next, out);
        out.text(agent.nextReason).text(agent.desk);
        out.flag(agent.registered).flag(agent.removed).flag(agent.declinesChats);
        out.number(agent.refusals)
                .number(agent.idleOrder)
                .number(agent.idleSince)
                .number(agent.lastOffer);
        out.number(agent.offered).number(agent.answered).number(agent.answeredSinceSignIn);
        out.number(agent.signedInAt)
                .number(agent.busyMillisBefore)
                .number(agent.rank)
                .number(agent.worth);
        LISTINGS.write(agent.listing, out);
        FigureBytes.write(agent.millisIn, FigureBytes.STATES, out);
        FigureBytes.write(agent.offersEnded, FigureBytes.OFFER_ENDS, out);
        FigureBytes.write(agent.timer, out);
    }

    static Agent read(BytesIn in, Deadlines deadlines) throws Malformed {
        Agent agent = new Agent(ConfigurationCodec.readAgent(in), 0);
        agent.setSkills(in.map(BytesIn::integer));
        agent.state = FigureBytes.STATES.read(in);
        agent.reason = in.text();
        agent.since = in.number();
        agent.next = NEXT.read(in);
        agent.nextReason = in.text();
        agent.desk = in.text();
        agent.registered = in.flag();
        agent.removed = in.flag();
        agent.declinesChats = in.flag();
        agent.refusals = in.integer();
        agent.idleOrder = in.number();
        agent.idleSince = in.number();
        agent.lastOffer = in.number();
        agent.offered = in.number();
        agent.answered = in.number();
        agent.answeredSinceSignIn = in.number();
        agent.signedInAt = in.number();
        agent.busyMillisBefore = in.number();
        agent.rank = in.number();
        agent.worth = in.number();
        agent.listing = LISTINGS.read(in);
        FigureBytes.read(agent.millisIn, FigureBytes.STATES, in);
        FigureBytes.read(agent.offersEnded, FigureBytes.OFFER_ENDS, in);
        FigureBytes.read(agent.timer, deadlines, in);
        return agent;
    }
}
