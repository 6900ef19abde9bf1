package org.rexian.server.config;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.RingNoAnswer;
import org.rexian.acd.ConfigurationCheck;
import org.rexian.acd.ConfigurationProblem;
import org.rexian.acd.QueueDefinition;

/** The list {@code acd.queues}. */
final class QueueTable {

    static final Key<String> NAME = Key.required("name", Kinds.NAME_KIND, "service", "What flows call it.");
    static final Key<Optional<String>> REQUIREMENT = Key.of(
            "requirement",
            Kinds.OPTIONAL_TEXT,
            "",
            "What an agent must be able to do, such as `lang.zh >= 3 and billing >= 2`; empty for any agent of the queue.");
    static final Key<AgentChoice> CHOICE = Key.of(
            "agent-choice",
            Kinds.choice(AgentChoice.class),
            "longest-idle",
            "Who among the ready agents is offered a caller.");
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
    static final Key<RingNoAnswer> NO_ANSWER = Key.of(
            "ring-no-answer",
            Kinds.choice(RingNoAnswer.class),
            "not-ready",
            "What becomes of an agent whose phone rang out.");

    static final Table TABLE = Table.listOf(
            "queues",
            "Where callers wait.",
            List.of(
                    NAME,
                    REQUIREMENT,
                    CHOICE,
                    RING,
                    WRAP_UP,
                    SERVICE_LEVEL,
                    MAX_WAITING,
                    MAX_WAIT,
                    JOIN_EMPTY,
                    LEAVE_EMPTY,
                    NO_ANSWER));

    private QueueTable() {}

    static List<QueueDefinition> readAll(List<Section> queues) {
        Set<String> names = new HashSet<>();
        return queues.stream().map(queue -> read(queue, names)).toList();
    }

    private static QueueDefinition read(Section queue, Set<String> names) {
        String name = queue.get(NAME);
        if (queue.has(NAME) && !names.add(name)) {
            queue.problem(NAME, "name: there is another queue '" + name + "'", "give each queue a name of its own");
        }
        return QueueDefinition.named(name)
                .requirement(queue.get(REQUIREMENT).orElse(""))
                .agentChoice(queue.get(CHOICE))
                .ringMillis(queue.get(RING))
                .wrapUpMillis(queue.get(WRAP_UP))
                .serviceLevelMillis(queue.get(SERVICE_LEVEL))
                .limits(new QueueDefinition.WaitLimits(
                        queue.get(MAX_WAITING), queue.get(MAX_WAIT), queue.get(JOIN_EMPTY), queue.get(LEAVE_EMPTY)))
                .ringNoAnswer(queue.get(NO_ANSWER))
                .build();
    }

    /** The router itself judges the requirements; its finding is shown where the text stands. */
    static void checkRequirements(List<Section> sections, AcdConfiguration configuration) {
        List<ConfigurationProblem> found = ConfigurationCheck.problemsOf(configuration);
        for (int i = 0; i < sections.size(); i++) {
            String where = "queue " + configuration.queues().get(i).name();
            Section section = sections.get(i);
            found.stream()
                    .filter(problem -> problem.isError() && problem.where().equals(where))
                    .filter(problem -> problem.message().startsWith("requirement"))
                    .forEach(problem -> section.problem(REQUIREMENT, problem.message(), problem.hint()));
        }
    }
}
