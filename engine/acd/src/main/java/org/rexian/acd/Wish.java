package org.rexian.acd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the contacts of one queue with one requirement text ask for, step by step: the queue's own plan and theirs, whose
 * steps come independently. Knows the class for each state of it, so that an arrival costs one look-up.
 */
final class Wish {

    private record State(int queueStep, int ownStep, String customerClass, boolean chat) {}

    final RequirementPlan plan;
    private final CallQueue queue;
    private final Map<State, RequirementClass> classes = new HashMap<>();
    private State lastState = new State(-1, -1, "", false);
    private RequirementClass last;

    Wish(CallQueue queue, RequirementPlan plan) {
        this.queue = queue;
        this.plan = plan;
        last = queue.everyone();
    }

    RequirementClass classAt(int queueStep, int ownStep, String customerClass, boolean chat) {
        if (last.forgotten
                || lastState.queueStep != queueStep
                || lastState.ownStep != ownStep
                || lastState.chat != chat
                || !lastState.customerClass.equals(customerClass)) {
            lastState = new State(queueStep, ownStep, customerClass, chat);
            last = Objects.requireNonNull(classes.compute(
                    lastState, (state, known) -> known == null || known.forgotten ? classOf(state) : known));
        }
        return last;
    }

    private RequirementClass classOf(State state) {
        Requirement whole = Requirement.allOf(List.of(queue.plan().at(state.queueStep), plan.at(state.ownStep)));
        return queue.classOf(new RequirementClass.Key(whole, preferences(), state.customerClass, state.chat));
    }

    /** Waits for one agent: what may never be relaxed still holds. */
    RequirementClass pinned(String agent, String customerClass, boolean chat) {
        Requirement whole =
                Requirement.allOf(List.of(queue.plan().always(), plan.always(), new Requirement.AgentIs(agent)));
        return queue.classOf(new RequirementClass.Key(whole, List.of(), customerClass, chat));
    }

    private List<Requirement> preferences() {
        if (plan.preferences().isEmpty()) {
            return queue.plan().preferences();
        }
        List<Requirement> both = new ArrayList<>(queue.plan().preferences());
        both.addAll(plan.preferences());
        return List.copyOf(both);
    }
}
