package org.rexian.server.config;

import java.util.List;
import java.util.Optional;
import org.rexian.acd.RoutingRules;
import org.rexian.acd.RoutingRules.ContactChoice;
import org.rexian.acd.RoutingRules.CustomerClass;
import org.rexian.acd.RoutingRules.Reservation;

/** The mapping {@code acd.routing}: rules for the whole floor. */
final class RoutingTable {

    static final Key<ContactChoice> CHOICE = Key.of(
            "contact-choice",
            Kinds.choice(ContactChoice.class),
            "service-level",
            "Which of the waiting callers a freed agent takes; see routing.md.");
    static final Key<Long> POINT = Key.of(
            "point",
            Kinds.duration("0", "1h"),
            "1s",
            "How much waiting one point of priority is worth, save under `priority-then-fifo`.");
    static final Key<Long> AGING = Key.of(
            "aging",
            Kinds.duration("0", "1h"),
            "0",
            "Under `priority-then-fifo`, after how much waiting a caller rises by one point; 0 for never.");
    static final Key<Integer> SEED =
            Key.of("seed", Kinds.count(0, 999_999_999), "1", "Of the generator behind `agent-choice: random`.");

    /** Customer tiers. */
    private static final class Classes {
        static final Key<String> NAME =
                Key.required("name", Kinds.NAME_KIND, "gold", "What a flow's `class` calls it.");
        static final Key<Double> WEIGHT = Key.of(
                "weight", Kinds.decimal("0.01", "1000"), "1", "How much a wait counts, against 1 of everybody else.");
        static final Key<Long> TARGET = Key.of(
                "target",
                Kinds.duration("0", "1h"),
                "0",
                "To be answered within this; 0 for the queue's service level.");
        static final Table TABLE = Table.listOf(
                "classes",
                "Customer tiers. Callers of any other class, or of none, count with weight 1 and their queue's service level.",
                List.of(NAME, WEIGHT, TARGET));

        static CustomerClass read(Section tier) {
            return new CustomerClass(tier.get(NAME), tier.get(WEIGHT), tier.get(TARGET));
        }
    }

    /** Agents kept back. */
    private static final class Reservations {
        static final Key<String> AGENTS = Key.of(
                "agents",
                Kinds.REQUIREMENT,
                "",
                "Which agents: a requirement such as `lang.bo-amdo >= 3`; empty for all.");
        static final Key<Optional<String>> CLASS = Key.of(
                "class",
                Kinds.OPTIONAL_TEXT,
                "",
                "For callers of this class; empty for those who ask for no less than `agents` says.");
        static final Key<Integer> KEEP =
                Key.of("keep", Kinds.count(1, 10_000), "1", "How many of the ready ones take nobody else.");
        static final Table TABLE = Table.listOf(
                "reservations",
                "Agents kept back: the last `keep` ready agents who match take only those for whom they are kept.",
                List.of(AGENTS, CLASS, KEEP));

        static Reservation read(Section reservation) {
            return new Reservation(
                    reservation.get(AGENTS), reservation.get(CLASS).orElse(""), reservation.get(KEEP));
        }
    }

    static final Table TABLE = Table.one(
            "routing",
            "Rules for the whole floor.",
            List.of(CHOICE, POINT, AGING, SEED),
            Classes.TABLE,
            Reservations.TABLE);

    private RoutingTable() {}

    static RoutingRules read(Section routing) {
        return new RoutingRules(
                routing.get(CHOICE),
                routing.get(POINT),
                routing.get(AGING),
                routing.sections(Classes.TABLE).stream().map(Classes::read).toList(),
                routing.sections(Reservations.TABLE).stream()
                        .map(Reservations::read)
                        .toList(),
                routing.get(SEED));
    }
}
