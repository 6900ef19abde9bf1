package org.rexian.acd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.ConfigurationProblem.Spot;
import org.rexian.acd.QueueDefinition.Overflow;
import org.rexian.acd.RoutingRules.Reservation;

/** What would run and yet serve nobody: requirements that no agent meets, names that nobody bears, rules that never apply. */
final class CoverageCheck {

    private final AcdConfiguration configuration;
    private final List<ConfigurationProblem> problems = new ArrayList<>();
    private final Set<String> skills = new TreeSet<>();
    private final Set<String> agents = new TreeSet<>();
    private final Set<String> teams = new TreeSet<>();
    private final Set<String> classes = new TreeSet<>();

    private CoverageCheck(AcdConfiguration configuration) {
        this.configuration = configuration;
        for (AgentDefinition agent : configuration.agents()) {
            skills.addAll(agent.skills().keySet());
            agents.add(agent.id());
            teams.add(agent.team());
        }
        teams.remove("");
        configuration.rules().classes().forEach(tier -> classes.add(tier.name()));
        collectSkills();
    }

    static List<ConfigurationProblem> problemsOf(AcdConfiguration configuration) {
        CoverageCheck check = new CoverageCheck(configuration);
        for (int i = 0; i < configuration.queues().size(); i++) {
            QueueDefinition queue = configuration.queues().get(i);
            check.queue(queue, Spot.of("queues", i, "queue " + queue.name()));
        }
        for (int i = 0; i < configuration.agents().size(); i++) {
            AgentDefinition agent = configuration.agents().get(i);
            check.supervisor(agent, Spot.of("agents", i, "agent " + agent.id()));
        }
        List<Reservation> reservations = configuration.rules().reservations();
        for (int i = 0; i < reservations.size(); i++) {
            check.reservation(reservations.get(i), Spot.of("routing.reservations", i, "reservation " + (i + 1)));
        }
        return check.problems;
    }

    // --- queues

    /** What other queues ask for counts as known: it may be nobody's today, but it is no slip of the pen. */
    private void collectSkills() {
        Map<String, Integer> queuesBySkill = new HashMap<>();
        for (QueueDefinition queue : configuration.queues()) {
            if (RequirementPlan.parse(queue.requirement()) instanceof RequirementPlan.Compiled(RequirementPlan plan)) {
                Mentions.in(mentionedIn(plan)).skills().forEach(skill -> queuesBySkill.merge(skill, 1, Integer::sum));
            }
        }
        queuesBySkill.forEach((skill, queues) -> {
            if (queues > 1) {
                skills.add(skill);
            }
        });
    }

    private void queue(QueueDefinition queue, Spot spot) {
        if (RequirementPlan.parse(queue.requirement()) instanceof RequirementPlan.Compiled(RequirementPlan plan)) {
            Spot requirement = spot.at("requirement");
            if (knows(mentionedIn(plan), requirement, queue.requirement())) {
                canBeMet(queue, plan, requirement);
            }
            plan.steps().forEach(step -> inTime(queue, step, requirement));
        }
        queue.sticky().ifPresent(sticky -> {
            long longest = queue.limits().maxWaitMillis();
            if (longest > 0 && sticky.waitMillis() >= longest) {
                problems.add(ConfigurationProblem.error(
                        spot.at("sticky").at("wait"),
                        "waits " + seconds(sticky.waitMillis())
                                + " for the last agent, but nobody may wait longer than " + seconds(longest),
                        "wait less for the last agent than max-wait"));
            }
        });
        overflow(queue, spot);
    }

    private static List<Requirement> mentionedIn(RequirementPlan plan) {
        List<Requirement> all = new ArrayList<>(List.of(plan.always(), plan.base()));
        plan.steps().forEach(step -> all.add(step.requirement()));
        all.addAll(plan.preferences());
        return all;
    }

    private void canBeMet(QueueDefinition queue, RequirementPlan plan, Spot spot) {
        List<AgentDefinition> members = configuration.agents().stream()
                .filter(agent -> agent.queues().contains(queue.name()))
                .toList();
        List<Requirement> conditions = plan.conditions();
        for (Requirement condition : conditions) {
            Optional<String> contradiction = Satisfiable.contradictionIn(condition);
            if (contradiction.isPresent()) {
                error(
                        spot,
                        "nobody can ever meet \"" + condition + "\": it contradicts itself about "
                                + contradiction.get(),
                        "take one of the two away");
                return;
            }
        }
        if (members.isEmpty()) {
            warning(spot, "no agent serves it", "name the queue at an agent");
        } else if (conditions.stream().noneMatch(condition -> anyMeets(members, condition))) {
            error(spot, noneMeets(members, conditions.getFirst()), nearest(members, conditions.getFirst()));
        } else if (!anyMeets(members, conditions.getFirst())) {
            warning(
                    spot,
                    noneMeets(members, conditions.getFirst()) + " before it is relaxed",
                    nearest(members, conditions.getFirst()));
        }
    }

    private static boolean anyMeets(List<AgentDefinition> members, Requirement condition) {
        return members.stream().anyMatch(agent -> condition.matches(new Described(agent)));
    }

    private static String noneMeets(List<AgentDefinition> members, Requirement condition) {
        return "none of its " + members.size() + " agents meets \"" + condition + "\"";
    }

    /** Who comes closest, and what is missing. */
    private static String nearest(List<AgentDefinition> members, Requirement condition) {
        List<Requirement> parts =
                condition instanceof Requirement.AllOf(List<Requirement> all) ? all : List.of(condition);
        String best = "";
        int fewest = Integer.MAX_VALUE;
        for (AgentDefinition agent : members) {
            List<String> missing = parts.stream()
                    .filter(part -> !part.matches(new Described(agent)))
                    .map(Requirement::toString)
                    .toList();
            if (missing.size() < fewest) {
                fewest = missing.size();
                best = agent.id() + " comes closest and lacks " + String.join(" and ", missing);
            }
        }
        return best;
    }

    private void inTime(QueueDefinition queue, RequirementPlan.Step step, Spot spot) {
        long longest = queue.limits().maxWaitMillis();
        if (step.trigger() == RequirementPlan.Trigger.WAIT && longest > 0 && step.millis() >= longest) {
            warning(
                    spot,
                    "the step after " + seconds(step.millis()) + " never comes: nobody may wait longer than "
                            + seconds(longest),
                    "relax sooner, or raise max-wait");
        }
    }

    private void overflow(QueueDefinition queue, Spot spot) {
        long longest = queue.limits().maxWaitMillis();
        for (int i = 0; i < queue.overflow().size(); i++) {
            Overflow rule = queue.overflow().get(i);
            if (rule.when() == Overflow.When.WAIT && longest > 0 && rule.threshold() >= longest) {
                warning(
                        spot.at("overflow", i).at("threshold"),
                        "never overflows to " + rule.to() + ": nobody may wait longer than " + seconds(longest),
                        "overflow sooner, or raise max-wait");
            }
        }
    }

    // --- names in requirements

    private boolean knows(List<Requirement> conditions, Spot spot, String text) {
        boolean known = true;
        Mentions mentions = Mentions.in(conditions);
        for (String skill : mentions.skills()) {
            known &= known(
                    spot, columnOf(skill, text), "skill", skill, skills, "no agent has the skill '" + skill + "'");
        }
        for (String agent : mentions.agents()) {
            known &= known(spot, columnOf(agent, text), "agent", agent, agents, "there is no agent '" + agent + "'");
        }
        for (String team : mentions.teams()) {
            known &= known(spot, columnOf(team, text), "team", team, teams, "no agent belongs to team '" + team + "'");
        }
        return known;
    }

    private boolean known(Spot spot, int column, String what, String name, Set<String> names, String message) {
        boolean known = names.contains(name);
        if (!known) {
            String hint = what.equals("class")
                    ? "list it in routing.classes, or correct its name"
                    : "correct the " + what + "'s name, or give it to an agent";
            problems.add(ConfigurationProblem.error(spot, message, hint)
                    .meant(name, names)
                    .atColumn(column));
        }
        return known;
    }

    /** Where a name stands in a text, from 1; 0 if it is not found. */
    private static int columnOf(String name, String text) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !isNamePart(text.codePointBefore(at));
            if (begins && (end == text.length() || !isNamePart(text.codePointAt(end)))) {
                return text.codePointCount(0, at) + 1;
            }
        }
        return 0;
    }

    private static boolean isNamePart(int point) {
        return Character.isLetterOrDigit(point) || point == '_' || point == '.' || point == '-';
    }

    // --- agents and reservations

    private void supervisor(AgentDefinition agent, Spot spot) {
        for (int i = 0; i < agent.supervises().size(); i++) {
            String team = agent.supervises().get(i);
            known(spot.at("supervises", i), 0, "team", team, teams, "supervises unknown team '" + team + "'");
        }
    }

    private void reservation(Reservation reservation, Spot spot) {
        String tier = reservation.customerClass();
        if (!tier.isBlank()) {
            known(spot.at("class"), 0, "class", tier, classes, "is for unknown class '" + tier + "'");
        }
        Spot at = spot.at("agents");
        if (!(RequirementParser.parse(reservation.agents())
                        instanceof RequirementParser.Compiled(Requirement condition))
                || !knows(List.of(condition), at, reservation.agents())) {
            return;
        }
        long matching = configuration.agents().stream()
                .filter(agent -> condition.matches(new Described(agent)))
                .count();
        if (matching == 0) {
            error(at, "no agent meets \"" + condition + "\"", "lower it: there is nobody to keep back");
        } else if (reservation.keep() >= matching) {
            warning(
                    spot.at("keep"),
                    "keeps back " + reservation.keep() + " of " + matching
                            + " agents: nobody else is ever served by them",
                    "keep fewer than " + matching);
        }
    }

    private void error(Spot spot, String message, String hint) {
        problems.add(ConfigurationProblem.error(spot, message, hint));
    }

    private void warning(Spot spot, String message, String hint) {
        problems.add(ConfigurationProblem.warning(spot, message, hint));
    }

    private static String seconds(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    private record Described(AgentDefinition agent) implements Requirement.Holder {
        @Override
        public String id() {
            return agent.id();
        }

        @Override
        public String team() {
            return agent.team();
        }

        @Override
        public int level(String skill) {
            return agent.skills().getOrDefault(skill, Requirement.NO_LEVEL);
        }
    }
}
