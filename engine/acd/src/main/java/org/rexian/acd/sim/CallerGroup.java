package org.rexian.acd.sim;

import java.util.Optional;
import org.rexian.acd.ContactKind;

/**
 * Callers of one sort: how many come, what they ask for, how long they talk and how long they wait.
 *
 * @param name draws its callers: the same name and seed give the same callers in whatever company
 * @param requirement on top of the queue's, empty for none
 * @param customerClass tier, empty for none
 * @param wrapUp the agent's work after the talk; empty for the queue's wrap-up time
 * @param targetMillis answered within this is in time, whatever target a policy works with: all policies are measured alike
 * @param patience until the caller gives up; {@link Spread.Never} for those who don't
 */
public record CallerGroup(
        String name,
        ContactKind kind,
        String queue,
        String requirement,
        String customerClass,
        int priority,
        Rates rates,
        Spread talk,
        Optional<Spread> wrapUp,
        Spread patience,
        long targetMillis) {}
