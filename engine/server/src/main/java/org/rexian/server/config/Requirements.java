package org.rexian.server.config;

import org.rexian.acd.RequirementPlan;

/** Whether the router can read a requirement that stands outside of queues and reservations. */
final class Requirements {

    private Requirements() {}

    static void check(Section section, Key<?> key, String text) {
        if (RequirementPlan.parse(text) instanceof RequirementPlan.Problem problem) {
            section.problem(
                    key, key.name() + ", column " + problem.column() + ": " + problem.message(), problem.hint());
        }
    }
}
