package org.rexian.acd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.RingNoAnswer;

/**
 * One queue. Times in milliseconds.
 *
 * @param requirement what every agent must be for it (see {@link RequirementPlan}), empty for any agent of the queue
 * @param ringAtOnce phones that ring at once under {@link AgentChoice#RING_ALL}
 * @param serviceLevelMillis the target of contacts whose class has none
 * @param ratio the queue's share of waiting under {@link RoutingRules.ContactChoice#FIXED_QUEUE_RATIO}, against the other queues'
 * @param sticky back to the last agent, if there
 * @param overflow where contacts go on to, first rule that holds
 */
public record QueueDefinition(
        String name,
        String requirement,
        AgentChoice agentChoice,
        int ringAtOnce,
        long ringMillis,
        long wrapUpMillis,
        long serviceLevelMillis,
        double ratio,
        WaitLimits limits,
        RingNoAnswer ringNoAnswer,
        Optional<Sticky> sticky,
        List<Overflow> overflow) {

    /**
     * @param maxWaiting room in the line, 0 for no limit
     * @param maxWaitMillis longest wait, 0 for no limit
     * @param joinEmpty contacts may join while no agent is signed in
     * @param leaveWhenEmpty contacts are sent away when the last agent signs out
     */
    public record WaitLimits(int maxWaiting, long maxWaitMillis, boolean joinEmpty, boolean leaveWhenEmpty) {}

    /** A customer who talked to an agent within the last {@code withinMillis} waits {@code waitMillis} for the same one. */
    public record Sticky(long withinMillis, long waitMillis) {}

    /** On to queue {@code to} when {@code when} has come; {@code threshold} in milliseconds or contacts, 0 where none applies. */
    public record Overflow(When when, long threshold, String to) {

        /** What makes a contact go on. */
        public enum When {
            /** It has waited for {@code threshold}. */
            WAIT,
            /** On entry, its expected wait is above {@code threshold}. */
            EWT,
            /** On entry, {@code threshold} contacts or more wait already. */
            LENGTH,
            /** No agent of the queue is signed in. */
            NO_AGENTS,
            /** The queue is closed. */
            CLOSED
        }
    }

    /** The built-in queue of all agents: each contact in it waits for the one agent that it names. */
    public static final String DIRECT = "direct";

    /** A queue of this name with the values of a fresh installation, to be changed. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** This queue's values, to be changed. */
    public Builder but() {
        Builder copy = new Builder(name)
                .requirement(requirement)
                .agentChoice(agentChoice)
                .ringAtOnce(ringAtOnce)
                .ringMillis(ringMillis)
                .wrapUpMillis(wrapUpMillis)
                .serviceLevelMillis(serviceLevelMillis)
                .ratio(ratio)
                .limits(limits)
                .ringNoAnswer(ringNoAnswer);
        sticky.ifPresent(copy::sticky);
        overflow.forEach(copy::overflow);
        return copy;
    }

    /** Collects the values of one queue; for one thread. */
    public static final class Builder {
        private final String name;
        private String requirement = "";
        private AgentChoice agentChoice = AgentChoice.SCARCITY;
        private int ringAtOnce = 3;
        private long ringMillis = 15_000;
        private long wrapUpMillis;
        private long serviceLevelMillis = 20_000;
        private double ratio = 1;
        private WaitLimits limits = new WaitLimits(0, 0, true, false);
        private RingNoAnswer ringNoAnswer = RingNoAnswer.NOT_READY;
        private Optional<Sticky> sticky = Optional.empty();
        private final List<Overflow> overflow = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        public Builder requirement(String text) {
            requirement = text;
            return this;
        }

        public Builder agentChoice(AgentChoice choice) {
            agentChoice = choice;
            return this;
        }

        public Builder ringAtOnce(int phones) {
            ringAtOnce = phones;
            return this;
        }

        public Builder ringMillis(long millis) {
            ringMillis = millis;
            return this;
        }

        public Builder wrapUpMillis(long millis) {
            wrapUpMillis = millis;
            return this;
        }

        public Builder serviceLevelMillis(long millis) {
            serviceLevelMillis = millis;
            return this;
        }

        public Builder ratio(double share) {
            ratio = share;
            return this;
        }

        public Builder limits(WaitLimits of) {
            limits = of;
            return this;
        }

        public Builder ringNoAnswer(RingNoAnswer then) {
            ringNoAnswer = then;
            return this;
        }

        public Builder sticky(Sticky rule) {
            sticky = Optional.of(rule);
            return this;
        }

        public Builder overflow(Overflow rule) {
            overflow.add(rule);
            return this;
        }

        public QueueDefinition build() {
            return new QueueDefinition(
                    name,
                    requirement,
                    agentChoice,
                    ringAtOnce,
                    ringMillis,
                    wrapUpMillis,
                    serviceLevelMillis,
                    ratio,
                    limits,
                    ringNoAnswer,
                    sticky,
                    List.copyOf(overflow));
        }
    }
}
