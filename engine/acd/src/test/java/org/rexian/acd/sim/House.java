package org.rexian.acd.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.ContactKind;
import org.rexian.acd.QueueDefinition;

/** One queue "q" of equal agents "a0", "a1", …, for tests to vary. */
record House(int agents, CallerGroup callers, Manners manners, int days, long warmUpMillis) {

    static final long SECOND = 1000;
    static final long MINUTE = 60_000;
    static final long HOUR = 3_600_000;

    static House of(int agents, double callsAnHour, Spread talk, Spread patience) {
        return new House(agents, group("callers", Rates.steady(callsAnHour), talk, patience), Manners.ideal(), 1, 0);
    }

    static CallerGroup group(String name, Rates rates, Spread talk, Spread patience) {
        return new CallerGroup(
                name, ContactKind.VOICE, "q", "", "", 0, rates, talk, Optional.empty(), patience, 20_000);
    }

    House warm(long millis) {
        return new House(agents, callers, manners, days, millis);
    }

    House with(Manners other) {
        return new House(agents, callers, other, days, warmUpMillis);
    }

    House with(CallerGroup other) {
        return new House(agents, other, manners, days, warmUpMillis);
    }

    Policy policy() {
        return policy(
                QueueDefinition.named("q").agentChoice(AgentChoice.LONGEST_IDLE).build());
    }

    Policy policy(QueueDefinition queue) {
        List<AgentDefinition> staff = new ArrayList<>();
        IntStream.range(0, agents)
                .forEach(i -> staff.add(new AgentDefinition("a" + i, "", "", Map.of(), List.of("q"))));
        return new Policy(queue.agentChoice().name(), new AcdConfiguration(List.of(queue), staff));
    }

    Scenario scenario() {
        return scenario(
                IntStream.range(0, agents).mapToObj(i -> Shift.always("a" + i)).toList());
    }

    Scenario scenario(List<Shift> shifts) {
        return new Scenario(List.of(callers), List.of(), shifts, manners, days, warmUpMillis);
    }

    Comparison play(int replications) {
        return play(scenario(), List.of(policy()), replications);
    }

    static Comparison play(Scenario scenario, List<Policy> policies, int replications) {
        return new Comparison(
                policies,
                IntStream.range(0, replications)
                        .mapToObj(number -> Replication.play(scenario, policies, 7, number, () -> false))
                        .toList());
    }
}
