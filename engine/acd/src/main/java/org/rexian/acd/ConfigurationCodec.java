package org.rexian.acd;

import java.util.OptionalLong;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdConfiguration.RingNoAnswer;
import org.rexian.acd.QueueDefinition.Overflow;
import org.rexian.acd.QueueDefinition.Sticky;
import org.rexian.acd.QueueDefinition.WaitLimits;
import org.rexian.acd.RoutingRules.ContactChoice;
import org.rexian.acd.RoutingRules.CustomerClass;
import org.rexian.acd.RoutingRules.Reservation;
import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.acd.bytes.Codes;
import org.rexian.acd.bytes.Malformed;

/**
 * A configuration as bytes. It begins with the number of its layout; a change of the records takes the next number, and the
 * layouts before it are read on.
 */
public final class ConfigurationCodec {

    private static final int LAYOUT = 1;

    private static final Codes<AgentChoice> AGENT_CHOICES = Codes.of(
            AgentChoice.SCARCITY,
            AgentChoice.LONGEST_IDLE,
            AgentChoice.ROUND_ROBIN,
            AgentChoice.FEWEST_CALLS,
            AgentChoice.LEAST_OCCUPIED,
            AgentChoice.BEST_SKILL,
            AgentChoice.LINEAR,
            AgentChoice.RANDOM,
            AgentChoice.RING_ALL);
    private static final Codes<RingNoAnswer> RING_NO_ANSWER =
            Codes.of(RingNoAnswer.NOT_READY, RingNoAnswer.UNREACHABLE);
    private static final Codes<Overflow.When> OVERFLOWS = Codes.of(
            Overflow.When.WAIT, Overflow.When.EWT, Overflow.When.LENGTH, Overflow.When.NO_AGENTS, Overflow.When.CLOSED);
    private static final Codes<ContactChoice> CONTACT_CHOICES = Codes.of(
            ContactChoice.SERVICE_LEVEL,
            ContactChoice.FIFO,
            ContactChoice.PRIORITY_THEN_FIFO,
            ContactChoice.FIXED_QUEUE_RATIO);

    private ConfigurationCodec() {}

    /** Appends a configuration. */
    public static void write(AcdConfiguration configuration, BytesOut out) {
        out.tag(LAYOUT);
        out.all(configuration.queues(), ConfigurationCodec::writeQueue);
        out.all(configuration.agents(), ConfigurationCodec::writeAgent);
        writeRules(configuration.rules(), out);
    }

    /** Reads a configuration of any layout so far. */
    public static AcdConfiguration read(BytesIn in) throws Malformed {
        int layout = in.tag();
        if (layout != LAYOUT) {
            throw in.malformed("a configuration of the unknown layout " + layout);
        }
        return new AcdConfiguration(
                in.all(ConfigurationCodec::readQueue), in.all(ConfigurationCodec::readAgent), readRules(in));
    }

    static void writeQueue(QueueDefinition queue, BytesOut out) {
        out.text(queue.name()).text(queue.requirement());
        AGENT_CHOICES.write(queue.agentChoice(), out);
        out.number(queue.ringAtOnce()).number(queue.ringMillis()).number(queue.wrapUpMillis());
        out.number(queue.serviceLevelMillis()).real(queue.ratio());
        WaitLimits limits = queue.limits();
        out.number(limits.maxWaiting()).number(limits.maxWaitMillis());
        out.flag(limits.joinEmpty()).flag(limits.leaveWhenEmpty());
        RING_NO_ANSWER.write(queue.ringNoAnswer(), out);
        out.optional(
                queue.sticky(), (rule, to) -> to.number(rule.withinMillis()).number(rule.waitMillis()));
        out.all(queue.overflow(), ConfigurationCodec::writeOverflow);
    }

    static QueueDefinition readQueue(BytesIn in) throws Malformed {
        return new QueueDefinition(
                in.text(),
                in.text(),
                AGENT_CHOICES.read(in),
                in.integer(),
                in.number(),
                in.number(),
                in.number(),
                in.real(),
                new WaitLimits(in.integer(), in.number(), in.flag(), in.flag()),
                RING_NO_ANSWER.read(in),
                in.optional(from -> new Sticky(from.number(), from.number())),
                in.all(ConfigurationCodec::readOverflow));
    }

    private static void writeOverflow(Overflow rule, BytesOut out) {
        OVERFLOWS.write(rule.when(), out);
        out.number(rule.threshold()).text(rule.to());
    }

    private static Overflow readOverflow(BytesIn in) throws Malformed {
        return new Overflow(OVERFLOWS.read(in), in.number(), in.text());
    }

    static void writeAgent(AgentDefinition agent, BytesOut out) {
        out.text(agent.id()).text(agent.name()).text(agent.team()).map(agent.skills(), BytesOut::numberOf);
        out.texts(agent.queues()).flag(agent.wrapUpMillis().isPresent());
        agent.wrapUpMillis().ifPresent(out::number);
        out.texts(agent.supervises()).number(agent.chats());
    }

    static AgentDefinition readAgent(BytesIn in) throws Malformed {
        return new AgentDefinition(
                in.text(),
                in.text(),
                in.text(),
                in.map(BytesIn::integer),
                in.all(BytesIn::text),
                in.flag() ? OptionalLong.of(in.number()) : OptionalLong.empty(),
                in.all(BytesIn::text),
                in.integer());
    }

    static void writeRules(RoutingRules rules, BytesOut out) {
        CONTACT_CHOICES.write(rules.contactChoice(), out);
        out.number(rules.pointMillis()).number(rules.agingMillis());
        out.all(
                rules.classes(),
                (tier, to) -> to.text(tier.name()).real(tier.weight()).number(tier.targetMillis()));
        out.all(rules.reservations(), ConfigurationCodec::writeReservation);
        out.fixed(rules.seed());
    }

    static RoutingRules readRules(BytesIn in) throws Malformed {
        return new RoutingRules(
                CONTACT_CHOICES.read(in),
                in.number(),
                in.number(),
                in.all(from -> new CustomerClass(from.text(), from.real(), from.number())),
                in.all(from -> new Reservation(from.text(), from.text(), from.integer())),
                in.fixedLong());
    }

    private static void writeReservation(Reservation kept, BytesOut out) {
        out.text(kept.agents()).text(kept.customerClass()).number(kept.keep());
    }
}
