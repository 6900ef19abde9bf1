package org.rexian.acd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.ConfigurationProblem.Spot;
import org.rexian.acd.QueueDefinition.Overflow;
import org.rexian.acd.RoutingRules.CustomerClass;
import org.rexian.acd.RoutingRules.Reservation;

/**
 * Finds everything that is wrong with a configuration and stops at nothing. {@link #faultsOf} is what the router itself could not run;
 * {@link #problemsOf} adds what would run and serve nobody ({@link CoverageCheck}).
 */
public final class ConfigurationCheck {

    private static final long MOST_PHONES_AT_ONCE = 50;

    private final List<ConfigurationProblem> problems = new ArrayList<>();
    private final Set<String> queueNames;

    private ConfigurationCheck(AcdConfiguration configuration) {
        this.queueNames =
                configuration.queues().stream().map(QueueDefinition::name).collect(Collectors.toSet());
    }

    /** Every error and warning; empty if all is well. */
    public static List<ConfigurationProblem> problemsOf(AcdConfiguration configuration) {
        List<ConfigurationProblem> all = new ArrayList<>(faultsOf(configuration));
        all.addAll(CoverageCheck.problemsOf(configuration));
        return List.copyOf(all);
    }

    /** The errors with which the router could not run. */
    static List<ConfigurationProblem> faultsOf(AcdConfiguration configuration) {
        ConfigurationCheck check = new ConfigurationCheck(configuration);
        check.names("queues", "queue", "name", configuration.queues(), QueueDefinition::name);
        check.names("agents", "agent", "id", configuration.agents(), AgentDefinition::id);
        check.names("routing.classes", "class", "name", configuration.rules().classes(), CustomerClass::name);
        for (int i = 0; i < configuration.queues().size(); i++) {
            QueueDefinition queue = configuration.queues().get(i);
            check.queue(queue, Spot.of("queues", i, "queue " + queue.name()));
        }
        check.problems.addAll(OverflowCircles.in(configuration.queues()));
        for (int i = 0; i < configuration.agents().size(); i++) {
            AgentDefinition agent = configuration.agents().get(i);
            check.agent(agent, Spot.of("agents", i, "agent " + agent.id()));
        }
        check.rules(configuration.rules());
        return check.problems;
    }

    private <T> void names(String list, String what, String key, List<T> entries, Function<T, String> nameOf) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String name = nameOf.apply(entries.get(i));
            Spot spot = Spot.of(list, i, what + " " + name).at(key);
            if (name.isBlank()) {
                error(spot, what + " without " + key, "give it one");
            } else if (!seen.add(name)) {
                error(spot, "there is another " + what + " '" + name + "'", "rename or remove one of the two");
            }
        }
    }

    private void queue(QueueDefinition queue, Spot spot) {
        if (queue.ringMillis() < 1) {
            error(spot.at("ring"), "ring time " + queue.ringMillis() + " ms", "let a phone ring for at least a second");
        }
        if (queue.ringAtOnce() < 1 || queue.ringAtOnce() > MOST_PHONES_AT_ONCE) {
            error(spot.at("ring-at-once"), queue.ringAtOnce() + " phones at once", "from 1 to " + MOST_PHONES_AT_ONCE);
        }
        notNegative(spot.at("wrap-up"), "wrap-up time", queue.wrapUpMillis());
        notNegative(spot.at("service-level"), "service level", queue.serviceLevelMillis());
        notNegative(spot.at("max-wait"), "longest wait", queue.limits().maxWaitMillis());
        notNegative(spot.at("max-waiting"), "most waiting", queue.limits().maxWaiting());
        positive(spot.at("ratio"), "ratio", queue.ratio());
        queue.sticky().ifPresent(sticky -> {
            notNegative(spot.at("sticky").at("within"), "time since the last talk", sticky.withinMillis());
            notNegative(spot.at("sticky").at("wait"), "wait for the last agent", sticky.waitMillis());
        });
        if (RequirementPlan.parse(queue.requirement()) instanceof RequirementPlan.Problem problem) {
            malformed(spot.at("requirement"), problem.column(), "requirement: " + problem.message(), problem.hint());
        }
        for (int i = 0; i < queue.overflow().size(); i++) {
            overflow(queue.overflow().get(i), spot.at("overflow", i));
        }
    }

    private void overflow(Overflow rule, Spot spot) {
        boolean measured = switch (rule.when()) {
            case WAIT, EWT, LENGTH -> true;
            case NO_AGENTS, CLOSED -> false;
        };
        if (measured && rule.threshold() < 1) {
            error(spot.at("threshold"), "no threshold", "say how long, or how many");
        }
        unknown(spot.at("to"), "queue", rule.to(), queueNames, "overflows to");
    }

    private void agent(AgentDefinition agent, Spot spot) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < agent.queues().size(); i++) {
            String queue = agent.queues().get(i);
            unknown(spot.at("queues", i), "queue", queue, queueNames, "serves");
            if (!seen.add(queue)) {
                error(spot.at("queues", i), "serves queue " + queue + " twice", "name it once");
            }
        }
        badLevel(agent.skills()).forEach(text -> error(spot.at("skills"), text, "levels go from 1 to 10"));
        notNegative(spot.at("wrap-up"), "wrap-up time", agent.wrapUpMillis().orElse(0));
        notNegative(spot.at("chats"), "number of chats", agent.chats());
    }

    private void rules(RoutingRules rules) {
        Spot routing = new Spot("routing", "routing");
        notNegative(routing.at("point"), "a point's worth", rules.pointMillis());
        notNegative(routing.at("aging"), "aging", rules.agingMillis());
        for (int i = 0; i < rules.classes().size(); i++) {
            CustomerClass tier = rules.classes().get(i);
            Spot spot = Spot.of("routing.classes", i, "class " + tier.name());
            positive(spot.at("weight"), "weight", tier.weight());
            notNegative(spot.at("target"), "target", tier.targetMillis());
        }
        for (int i = 0; i < rules.reservations().size(); i++) {
            reservation(rules.reservations().get(i), Spot.of("routing.reservations", i, "reservation " + (i + 1)));
        }
    }

    private void reservation(Reservation reservation, Spot spot) {
        if (reservation.keep() < 1) {
            error(spot.at("keep"), "keeps " + reservation.keep() + " agents back", "keep at least one, or remove it");
        }
        if (reservation.agents().isBlank() && reservation.customerClass().isBlank()) {
            error(spot, "names neither agents nor a class", "say which agents are kept, or for which class");
        }
        if (RequirementParser.parse(reservation.agents()) instanceof RequirementParser.Problem problem) {
            malformed(spot.at("agents"), problem.column(), "agents: " + problem.message(), problem.hint());
        }
    }

    private void malformed(Spot spot, int column, String message, String hint) {
        problems.add(ConfigurationProblem.error(spot, message, hint).atColumn(column));
    }

    private void unknown(Spot spot, String what, String name, Set<String> known, String verb) {
        if (!known.contains(name)) {
            String hint = "define the " + what + ", or correct its name";
            problems.add(ConfigurationProblem.error(spot, verb + " unknown " + what + " '" + name + "'", hint)
                    .meant(name, known));
        }
    }

    /** What is wrong with skills, in the order of their names. */
    static List<String> badLevel(Map<String, Integer> skills) {
        return SortedCopies.of(skills).entrySet().stream()
                .filter(skill -> skill.getValue() < 1 || skill.getValue() > Requirement.HIGHEST_LEVEL)
                .map(skill -> "skill " + skill.getKey() + " has level " + skill.getValue())
                .toList();
    }

    private void notNegative(Spot spot, String what, long value) {
        if (value < 0) {
            error(spot, what + " is negative: " + value, "0 for none");
        }
    }

    private void positive(Spot spot, String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            error(spot, what + " " + value, "write a number above 0");
        }
    }

    private void error(Spot spot, String message, String hint) {
        problems.add(ConfigurationProblem.error(spot, message, hint));
    }
}
