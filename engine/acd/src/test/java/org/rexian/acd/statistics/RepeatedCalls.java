package org.rexian.acd.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentState;
import org.rexian.acd.ContactEnd;
import org.rexian.acd.ContactKind;
import org.rexian.acd.EndedBy;
import org.rexian.acd.QueueDefinition;

/**
 * The log of {@value #CALLS} calls at the same time to a fold, again and again: commands and events are made once, so that what is
 * measured is the fold's alone.
 */
final class RepeatedCalls {

    static final int CALLS = 200;
    static final int EVENTS_A_CALL = 8;

    private static final long AT = 1_000_000;

    private record Step(AcdCommand command, List<AcdEvent> events) {}

    private final Statistics fold = new Statistics(StatisticsRules.standard(), rows -> {});
    private final List<Step> steps = new ArrayList<>();

    RepeatedCalls() {
        List<AgentDefinition> agents = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            agents.add(new AgentDefinition(
                    "a" + i, "", "t" + i % 5, Map.of(), List.of("q0"), OptionalLong.empty(), List.of(), 1));
        }
        carryOut(new Step(
                new AcdCommand.Configure(
                        AT,
                        new AcdConfiguration(List.of(QueueDefinition.named("q0").build()), agents)),
                List.of(new AcdEvent.Configured(AT, 1, CALLS))));
        for (int i = 0; i < CALLS; i++) {
            arrives(i);
        }
        for (int i = 0; i < CALLS; i++) {
            talks(i);
        }
    }

    private void arrives(int i) {
        String agent = "a" + i;
        steps.add(new Step(
                new AcdCommand.Enqueue(AT, i, ContactKind.VOICE, "q0", "lang.zh", "gold", 0, Map.of()),
                List.of(
                        new AcdEvent.ContactQueued(AT, i, ContactKind.VOICE, "q0", "lang.zh", "gold", 1),
                        changed(agent, AgentState.READY, AgentState.RESERVED),
                        new AcdEvent.AgentOffered(AT, i, i, ContactKind.VOICE, agent, "q0", 15_000, "", Map.of()))));
    }

    private void talks(int i) {
        String agent = "a" + i;
        steps.add(new Step(
                new AcdCommand.OfferAccepted(AT + 5, i),
                List.of(
                        changed(agent, AgentState.RESERVED, AgentState.TALKING),
                        new AcdEvent.Connected(AT + 5, i, i, agent, "q0", 5))));
        steps.add(new Step(
                new AcdCommand.TalkEnded(AT + 5, i, EndedBy.CALLER),
                List.of(
                        new AcdEvent.ContactEnded(AT + 5, i, "q0", ContactEnd.COMPLETED, Map.of()),
                        changed(agent, AgentState.TALKING, AgentState.WRAP_UP))));
        steps.add(new Step(
                new AcdCommand.Ready(AT + 5, agent), List.of(changed(agent, AgentState.WRAP_UP, AgentState.READY))));
    }

    private static AcdEvent changed(String agent, AgentState from, AgentState to) {
        return new AcdEvent.AgentStateChanged(AT + 5, agent, from, to, "");
    }

    private void carryOut(Step step) {
        fold.begin(step.command);
        for (int i = 0; i < step.events.size(); i++) {
            fold.see(step.events.get(i));
        }
        fold.end();
    }

    /** One round; how many contacts the fold knows of that it should not, 0. */
    long play() {
        for (int i = 0; i < steps.size(); i++) {
            carryOut(steps.get(i));
        }
        return fold.strays();
    }

    long answered() {
        return fold.total(By.QUEUE, "q0", AT).get(Measure.ANSWERED);
    }
}
