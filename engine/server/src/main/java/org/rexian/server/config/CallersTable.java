package org.rexian.server.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.ContactKind;
import org.rexian.acd.QueueDefinition;
import org.rexian.acd.sim.CallerGroup;
import org.rexian.acd.sim.Rates;
import org.rexian.server.config.SimulationKinds.SpreadText;

/** The list {@code callers} of a scenario. */
final class CallersTable {

    private static final double LONGEST_DAY = 86_400_000;

    static final Key<String> NAME = Key.required(
            "name",
            Kinds.NAME_KIND,
            "service",
            "What the report calls them; the name draws the callers, so others may come and go beside them.");
    static final Key<String> QUEUE = Key.required("queue", Kinds.NAME_KIND, "service", "Where they wait.");
    static final Key<Optional<String>> REQUIREMENT =
            Key.of("requirement", Kinds.OPTIONAL_TEXT, "", "What they ask for on top of the queue's requirement.");
    static final Key<Optional<String>> CLASS = Key.of("class", Kinds.OPTIONAL_TEXT, "", "Their customer class.");
    static final Key<Integer> PRIORITY = Key.of("priority", Kinds.count(0, 1000), "0", "As a flow would give it.");
    static final Key<ContactKind> KIND =
            Key.of("kind", SimulationKinds.CONTACT, "voice", "Calls or chats; an agent has several chats at once.");
    static final Key<Double> PER_HOUR =
            Key.of("per-hour", Kinds.decimal("0", "1000000"), "0", "Calls an hour, all day.");
    static final Key<Double> DAY = Key.list(
            "day",
            Kinds.decimal("0", "1000000"),
            "",
            "Calls an hour in each part of the day, in place of `per-hour`: 48 numbers for half hours, 24 for hours.");
    static final Key<Double> TIMES =
            Key.of("times", Kinds.decimal("0", "1000"), "1", "So many times as many calls: 10 for a storm.");
    static final Key<SpreadText> TALK =
            Key.required("talk", SimulationKinds.SPREAD, "lognormal 3m 0.8", "How long they talk.");
    static final Key<Optional<SpreadText>> WRAP_UP = Key.of(
            "wrap-up",
            Kinds.optional(SimulationKinds.SPREAD),
            "",
            "The agent's work after the talk; the queue's `wrap-up` where empty.");
    static final Key<SpreadText> PATIENCE = Key.required(
            "patience", SimulationKinds.SPREAD, "exponential 2m", "How long they wait before they hang up.");
    static final Key<Optional<Long>> TARGET = Key.of(
            "target",
            Kinds.optional(Kinds.duration("1ms", "1h")),
            "",
            "Answered within this is in time; the class's target or the queue's `service-level` where empty.");

    static final Table TABLE = Table.listOf(
            "callers",
            "Who calls: one entry for callers of one sort. They come by chance (Poisson) at the given rates.",
            List.of(
                    NAME,
                    QUEUE,
                    REQUIREMENT,
                    CLASS,
                    PRIORITY,
                    KIND,
                    PER_HOUR,
                    DAY,
                    TIMES,
                    TALK,
                    WRAP_UP,
                    PATIENCE,
                    TARGET));

    private CallersTable() {}

    static List<CallerGroup> readAll(List<Section> sections, AcdConfiguration floor) {
        Set<String> names = new HashSet<>();
        List<CallerGroup> groups = new ArrayList<>();
        for (Section section : sections) {
            CallerGroup group = read(section, floor);
            if (section.has(NAME) && !names.add(group.name())) {
                section.problem(
                        NAME, "name: there are other callers '" + group.name() + "'", "give each a name of its own");
            }
            groups.add(group);
        }
        return groups;
    }

    private static CallerGroup read(Section section, AcdConfiguration floor) {
        String queue = section.get(QUEUE);
        List<String> queues = floor.queues().stream().map(QueueDefinition::name).toList();
        if (section.has(QUEUE) && !queues.contains(queue)) {
            section.problem(QUEUE, "queue: there is no queue '" + queue + "'", Spelling.hint(queue, queues));
        }
        Requirements.check(section, REQUIREMENT, section.get(REQUIREMENT).orElse(""));
        String tier = section.get(CLASS).orElse("");
        return new CallerGroup(
                section.get(NAME),
                section.get(KIND),
                queue,
                section.get(REQUIREMENT).orElse(""),
                tier,
                section.get(PRIORITY),
                rates(section).times(section.get(TIMES)),
                SpreadReader.finite(section, TALK, section.get(TALK)),
                section.get(WRAP_UP).map(text -> SpreadReader.finite(section, WRAP_UP, text)),
                SpreadReader.read(section, PATIENCE),
                section.get(TARGET).orElseGet(() -> target(floor, queue, tier)));
    }

    private static Rates rates(Section section) {
        List<Double> day = section.list(DAY);
        if (day.isEmpty()) {
            return Rates.steady(section.get(PER_HOUR));
        }
        if (section.has(PER_HOUR)) {
            section.problem(PER_HOUR, "per-hour and day say the same thing", "keep one of them");
        }
        if (LONGEST_DAY % day.size() != 0) {
            section.problem(
                    DAY,
                    "day: " + day.size() + " numbers do not divide a day",
                    "write 48 for half hours or 24 for hours");
            return Rates.steady(0);
        }
        return Rates.parts(day.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The yardstick for every policy: the target of the class as the floor is configured, else the queue's. */
    static long target(AcdConfiguration floor, String queue, String tier) {
        return floor.rules().classes().stream()
                .filter(each -> each.name().equals(tier) && each.targetMillis() > 0)
                .mapToLong(each -> each.targetMillis())
                .findFirst()
                .orElseGet(() -> floor.queues().stream()
                        .filter(each -> each.name().equals(queue))
                        .mapToLong(QueueDefinition::serviceLevelMillis)
                        .findFirst()
                        .orElse(20_000));
    }
}
