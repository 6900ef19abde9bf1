package org.rexian.server.config;

import java.util.List;
import java.util.Optional;
import org.rexian.acd.QueueDefinition;

/** The mapping {@code acd.queues.sticky}: back to the last agent. */
final class StickyTable {
    static final Key<Long> WITHIN = Key.of(
            "within",
            Kinds.duration("0", "365d"),
            "0",
            "A customer whose last talk is no longer ago than this goes to the same agent first; 0 for never.");
    static final Key<Long> WAIT =
            Key.of("wait", Kinds.duration("0", "1h"), "20s", "How long the customer waits for that agent alone.");
    static final Table TABLE =
            Table.one("sticky", "Customers come back to the agent whom they know.", List.of(WITHIN, WAIT));

    private StickyTable() {}

    static Optional<QueueDefinition.Sticky> read(Section sticky) {
        long within = sticky.get(WITHIN);
        if (within == 0 && sticky.has(WAIT)) {
            sticky.problem(WAIT, "wait: has no effect without 'within'", "add a line such as  within: 7d");
        }
        return within == 0 ? Optional.empty() : Optional.of(new QueueDefinition.Sticky(within, sticky.get(WAIT)));
    }
}
