package org.rexian.server.config;

import java.util.List;
import java.util.Optional;
import org.rexian.acd.QueueDefinition.Overflow;
import org.rexian.acd.QueueDefinition.Overflow.When;

/** The list {@code acd.queues.overflow}. */
final class OverflowTable {

    private static final Kind<Long> WAIT = Kinds.duration("1s", "1d");
    private static final Kind<Integer> LENGTH = Kinds.count(1, 1_000_000);

    static final Key<When> WHEN = Key.required(
            "when",
            Kinds.choice(When.class),
            "wait",
            "`wait`: has waited for `threshold`. `ewt`: on entry, expects to wait longer than it. `length`: on entry, so many wait"
                    + " already. `no-agents`: no agent of the queue is signed in. `closed`: the queue is closed.");
    static final Key<Optional<String>> THRESHOLD = Key.of(
            "threshold",
            Kinds.OPTIONAL_TEXT,
            "",
            "A duration for `wait` and `ewt`, a number of callers for `length`, nothing for the others.");
    static final Key<String> TO = Key.required("to", Kinds.NAME_KIND, "service", "The queue that takes over.");

    static final Table TABLE = Table.listOf(
            "overflow",
            "Where callers go on to, age and all; the first rule that holds. Rules may not lead in a circle.",
            List.of(WHEN, THRESHOLD, TO));

    private OverflowTable() {}

    static Overflow read(Section rule) {
        When when = rule.get(WHEN);
        return new Overflow(when, rule.has(WHEN) ? threshold(rule, when) : 1, rule.get(TO));
    }

    private static long threshold(Section rule, When when) {
        String text = rule.get(THRESHOLD).orElse("");
        boolean measured = when != When.NO_AGENTS && when != When.CLOSED;
        if (measured == text.isEmpty()) {
            rule.problem(
                    THRESHOLD,
                    measured
                            ? "threshold: '" + Kinds.word(when) + "' needs one"
                            : "threshold: '" + Kinds.word(when) + "' has none",
                    measured ? "add  threshold: " + (when == When.LENGTH ? "20" : "60s") : "leave it out");
            return measured ? 1 : 0;
        }
        try {
            return !measured ? 0 : when == When.LENGTH ? LENGTH.parse(text) : WAIT.parse(text);
        } catch (Unfit e) {
            rule.problem(THRESHOLD, "threshold: " + e.what(), e.hint());
            return 1;
        }
    }
}
