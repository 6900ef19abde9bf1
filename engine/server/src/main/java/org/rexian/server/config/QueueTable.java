package org.rexian.server.config;

import java.util.List;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.RingNoAnswer;
import org.rexian.acd.QueueDefinition;

/** The list {@code acd.queues}. */
final class QueueTable {

    /** Between the clauses of a requirement that the file writes as a list. */
    static final String CLAUSES = "; ";

    static final Key<String> NAME = Key.required("name", Kinds.NAME_KIND, "service", "What flows call it.");
    static final Key<String> REQUIREMENT = Key.list(
            "requirement",
            Kinds.REQUIREMENT,
            "",
            "What an agent must be able to do and how it is relaxed, as one text with `;` between the clauses, or a list of"
                    + " clauses; see routing.md. None for any agent of the queue.");
    static final Key<AgentChoice> CHOICE = Key.of(
            "agent-choice",
            Kinds.choice(AgentChoice.class),
            "scarcity",
            "Who among the ready agents is offered a caller; see routing.md.");
    static final Key<Integer> RING_AT_ONCE = Key.of(
            "ring-at-once", Kinds.count(1, 50), "3", "Phones that ring at once where `agent-choice` is `ring-all`.");
    static final Key<Long> RING =
            Key.of("ring", Kinds.duration("1s", "10m"), "20s", "How long an agent's phone rings.");
    static final Key<Long> WRAP_UP =
            Key.of("wrap-up", Kinds.duration("0", "1h"), "15s", "Time for notes after a talk.");
    static final Key<Long> SERVICE_LEVEL = Key.of(
            "service-level",
            Kinds.duration("1s", "1h"),
            "20s",
            "A caller answered within this counts as served in time.");
    static final Key<Integer> MAX_WAITING =
            Key.of("max-waiting", Kinds.count(0, 1_000_000), "0", "Callers that may wait; 0 for no limit.");
    static final Key<Long> MAX_WAIT =
            Key.of("max-wait", Kinds.duration("0", "1d"), "0", "Longest wait before the flow goes on; 0 for no limit.");
    static final Key<Boolean> JOIN_EMPTY = Key.of(
            "join-empty", Kinds.FLAG, "off", "Whether callers may enter while no agent of the queue is signed in.");
    static final Key<Boolean> LEAVE_EMPTY = Key.of(
            "leave-when-empty", Kinds.FLAG, "off", "Whether waiting callers leave when the last agent signs out.");
    static final Key<Double> RATIO = Key.of(
            "ratio",
            Kinds.decimal("0.01", "1000"),
            "1",
            "The queue's share of waiting against the others', where `acd.routing.contact-choice` is `fixed-queue-ratio`.");
    static final Key<RingNoAnswer> NO_ANSWER = Key.of(
            "ring-no-answer",
            Kinds.choice(RingNoAnswer.class),
            "not-ready",
            "What becomes of an agent whose phone rang out.");

    static final Table TABLE = Table.listOf(
            "queues",
            "Where callers wait. The name `direct` is taken: a queue of that name is always there, every agent serves it, and"
                    + " consults and calls to one agent go through it.",
            List.of(
                    NAME,
                    REQUIREMENT,
                    CHOICE,
                    RING_AT_ONCE,
                    RING,
                    WRAP_UP,
                    SERVICE_LEVEL,
                    MAX_WAITING,
                    MAX_WAIT,
                    JOIN_EMPTY,
                    LEAVE_EMPTY,
                    NO_ANSWER,
                    RATIO),
            StickyTable.TABLE,
            OverflowTable.TABLE);

    private QueueTable() {}

    static List<QueueDefinition> readAll(List<Section> queues) {
        return queues.stream().map(QueueTable::read).toList();
    }

    private static QueueDefinition read(Section queue) {
        String name = queue.get(NAME);
        if (name.equals(AcdSetup.DIRECT)) {
            queue.problem(NAME, "name: the queue 'direct' is built in", "give yours another name");
        }
        QueueDefinition.Builder definition = QueueDefinition.named(name)
                .requirement(String.join(CLAUSES, queue.list(REQUIREMENT)))
                .agentChoice(queue.get(CHOICE))
                .ringAtOnce(queue.get(RING_AT_ONCE))
                .ringMillis(queue.get(RING))
                .wrapUpMillis(queue.get(WRAP_UP))
                .serviceLevelMillis(queue.get(SERVICE_LEVEL))
                .ratio(queue.get(RATIO))
                .limits(new QueueDefinition.WaitLimits(
                        queue.get(MAX_WAITING), queue.get(MAX_WAIT), queue.get(JOIN_EMPTY), queue.get(LEAVE_EMPTY)))
                .ringNoAnswer(queue.get(NO_ANSWER));
        StickyTable.read(queue.section(StickyTable.TABLE)).ifPresent(definition::sticky);
        queue.sections(OverflowTable.TABLE).forEach(rule -> definition.overflow(OverflowTable.read(rule)));
        return definition.build();
    }
}
