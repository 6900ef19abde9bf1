package org.rexian.acd;

import java.util.ArrayList;
import java.util.List;
import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.acd.bytes.Malformed;

/** One queue and one class as bytes, without the contacts and agents that stand in them. */
final class QueueBytes {

    private QueueBytes() {}

    static void write(CallQueue queue, BytesOut out) {
        ConfigurationCodec.writeQueue(queue.definition(), out);
        out.all(queue.members(), (member, to) -> to.text(member.id()));
        out.flag(queue.open).number(queue.offered).number(queue.answered).number(queue.answeredWithinServiceLevel);
        out.number(queue.abandoned)
                .number(queue.left)
                .number(queue.overflowedIn)
                .number(queue.overflowedOut);
        out.number(queue.requeued).number(queue.unreached);
        out.number(queue.ringing).number(queue.dialling).number(queue.parked);
        out.number(queue.untold).number(queue.nextTold).number(queue.pruneAt);
        FigureBytes.write(queue.limitExits, FigureBytes.LIMITS, out);
        FigureBytes.write(queue.ewt, out);
        FigureBytes.write(queue.round, out);
    }

    static CallQueue read(BytesIn in, Floor floor) throws Malformed {
        QueueDefinition definition = ConfigurationCodec.readQueue(in);
        RequirementPlan plan = plan(definition.requirement(), in);
        List<Agent> members = new ArrayList<>();
        for (String id : in.all(BytesIn::text)) {
            Agent member = floor.agents.get(id);
            if (member != null) { // a queue that is no more, in which somebody still talks, may remember others
                members.add(member);
            }
        }
        CallQueue queue = new CallQueue(definition, plan, floor.rules);
        queue.members().addAll(members);
        members.forEach(member -> queue.memberById.put(member.id(), member));
        queue.open = in.flag();
        queue.offered = in.number();
        queue.answered = in.number();
        queue.answeredWithinServiceLevel = in.number();
        queue.abandoned = in.number();
        queue.left = in.number();
        queue.overflowedIn = in.number();
        queue.overflowedOut = in.number();
        queue.requeued = in.number();
        queue.unreached = in.number();
        queue.ringing = in.integer();
        queue.dialling = in.integer();
        queue.parked = in.integer();
        queue.untold = in.integer();
        queue.nextTold = in.integer();
        queue.pruneAt = in.integer();
        FigureBytes.read(queue.limitExits, FigureBytes.LIMITS, in);
        FigureBytes.read(queue.ewt, in);
        FigureBytes.read(queue.round, floor.deadlines, in);
        return queue;
    }

    static RequirementPlan plan(String text, BytesIn in) throws Malformed {
        return switch (RequirementPlan.parse(text)) {
            case RequirementPlan.Compiled(RequirementPlan plan) -> plan;
            case RequirementPlan.Problem problem ->
                throw in.malformed("the requirement '" + text + "' is no longer understood: " + problem.message());
        };
    }

    static void write(RequirementClass of, BytesOut out) {
        RequirementBytes.write(of.requirement(), out);
        out.all(of.key.preferences(), RequirementBytes::write);
        out.text(of.key.customerClass()).flag(of.chat());
        out.number(of.signedIn).number(of.atWork).number(of.worth).number(of.live);
        out.number(of.lastUsed).number(of.lastUsedAt).flag(of.forgotten);
    }

    static RequirementClass read(CallQueue queue, RoutingRules rules, BytesIn in) throws Malformed {
        RequirementClass.Key key = new RequirementClass.Key(
                RequirementBytes.read(in), in.all(RequirementBytes::read), in.text(), in.flag());
        RequirementClass of = new RequirementClass(queue, key, rules);
        of.signedIn = in.integer();
        of.atWork = in.integer();
        of.worth = in.integer();
        of.live = in.integer();
        of.lastUsed = in.number();
        of.lastUsedAt = in.number();
        of.forgotten = in.flag();
        return of;
    }
}
