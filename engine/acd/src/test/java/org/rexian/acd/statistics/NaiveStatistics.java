package org.rexian.acd.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentState;
import org.rexian.acd.ContactEnd;
import org.rexian.acd.ContactKind;
import org.rexian.acd.RequiredSkills;
import org.rexian.acd.RoutingRules;

/**
 * The same figures, computed the slow way: the whole log becomes a list of facts (something happened at a time) and spans (something
 * lasted from then to then), which are added up and cut for each interval and name afterwards. Shares nothing with the fold but the
 * names of measures and buckets.
 */
public final class NaiveStatistics {

    /** A name that counts. */
    public record Named(By by, String name) {}

    private record Fact(long at, Set<Named> keys, Measure measure, long amount) {}

    private record Span(long from, long to, Set<Named> keys, Measure measure) {}

    private record Wait(long at, Set<Named> keys, long millis, boolean answered) {}

    /** A contact as the log tells of it. */
    private static final class Customer {
        ContactKind kind = ContactKind.VOICE;
        String tier = "";
        String requirement = "";
        Set<Named> keys = Set.of();
        long threshold;
        String from = "ARRIVED";
        boolean toCall;
        boolean inQueue;
        boolean over;
        long entered;
        long requested;
        String agent = "";
        long talkFrom;
        boolean held;
    }

    private static final class Person {
        AgentState state = AgentState.SIGNED_OUT;
        long since;
        Set<Named> lastKeys = Set.of();
    }

    private record Rings(long since, Set<Named> keys, String agent) {}

    private final StatisticsRules rules;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private final List<Wait> waits = new ArrayList<>();
    private final Map<Long, Customer> customers = new HashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<Long, Rings> offers = new HashMap<>();
    private final Map<String, TreeMap<Long, String>> teams = new HashMap<>();
    private final Map<String, String> requirements = new HashMap<>();
    private final Map<String, Long> targets = new HashMap<>();
    private final Map<String, Long> tierTargets = new HashMap<>();
    private final Map<String, Long> signedInMillis = new HashMap<>();
    private AcdCommand command = new AcdCommand.Tick(0);

    public NaiveStatistics(StatisticsRules rules) {
        this.rules = rules;
    }

    /** One command of the log with all that came of it. */
    public void read(AcdCommand given, List<AcdEvent> events) {
        command = given;
        events.forEach(this::read);
        boolean done = events.stream().noneMatch(AcdEvent.CommandRejected.class::isInstance);
        if (done && command instanceof AcdCommand.Hold hold) {
            talked(customer(hold.contact()), hold.at());
            customer(hold.contact()).held = hold.held();
        }
    }

    private void read(AcdEvent event) {
        long at = event.at();
        switch (event) {
            case AcdEvent.Configured e -> configured((AcdCommand.Configure) command);
            case AcdEvent.ContactQueued e -> queued(e);
            case AcdEvent.AgentOffered e -> {
                Customer one = customer(e.contact());
                facts.add(new Fact(at, with(one.keys, e.agent(), at), Measure.OFFERS, 1));
                offers.put(e.offer(), new Rings(at, one.keys, e.agent()));
            }
            case AcdEvent.OfferCancelled e -> {
                Rings rings = rang(e.offer(), at);
                Measure how = Measure.valueOf("OFFERS_" + e.cause().name());
                facts.add(new Fact(at, with(rings.keys, rings.agent, at), how, 1));
            }
            case AcdEvent.DialCustomer e -> {
                rang(((AcdCommand.OfferAccepted) command).offer(), at);
                facts.add(new Fact(at, with(customer(e.contact()).keys, e.agent(), at), Measure.DIALS, 1));
            }
            case AcdEvent.Connected e -> connected(e);
            case AcdEvent.AgentStateChanged e -> changed(e);
            case AcdEvent.LimitReached e -> {
                Customer one = atTheDoor(e.contact(), e.queue(), at);
                out(one, Measure.valueOf("LIMIT_" + e.limit().name()), at);
            }
            case AcdEvent.Overflowed e -> {
                Customer one = atTheDoor(e.contact(), e.from(), at);
                out(one, Measure.OVERFLOWED_OUT, at);
                one.from = "OVERFLOWED_IN";
                one.over = false;
            }
            case AcdEvent.Transferred e -> transferred(e);
            case AcdEvent.Requeued e -> {
                Customer one = customer(e.contact());
                leavesTalk(one, "REQUEUED", at);
                comes(one, e.queue(), at);
            }
            case AcdEvent.TakenOver e -> takenOver(e);
            case AcdEvent.CallbackRequested e -> {
                Customer one = customer(e.contact());
                if (!one.toCall) {
                    facts.add(new Fact(at, one.keys, Measure.CALLBACKS_REQUESTED, 1));
                    one.toCall = true;
                }
            }
            case AcdEvent.ContactEnded e -> ended(e);
            default -> {}
        }
    }

    private void queued(AcdEvent.ContactQueued e) {
        Customer one = customers.computeIfAbsent(e.contact(), id -> {
            Customer fresh = new Customer();
            fresh.kind = e.kind();
            fresh.tier = e.customerClass();
            fresh.toCall = e.kind() == ContactKind.CALLBACK || e.kind() == ContactKind.OUTBOUND;
            return fresh;
        });
        if (!one.inQueue) {
            one.requirement = e.requirement();
            comes(one, e.queue(), e.at());
        }
    }

    private void transferred(AcdEvent.Transferred e) {
        Customer one = customer(e.contact());
        if (one.kind != ContactKind.CONSULT) {
            facts.add(new Fact(e.at(), with(one.keys, one.agent, e.at()), Measure.TRANSFERRED_OUT, 1));
        }
        leavesTalk(one, "TRANSFERRED_IN", e.at());
        if (command instanceof AcdCommand.Transfer transfer) {
            one.requirement = transfer.requirement();
        }
    }

    private void takenOver(AcdEvent.TakenOver e) {
        Customer one = customer(e.contact());
        parts(one, e.at());
        facts.add(new Fact(e.at(), with(one.keys, e.to(), e.at()), Measure.TAKEN_OVER, 1));
        if (one.kind != ContactKind.CONSULT) {
            facts.add(new Fact(e.at(), with(Set.of(), e.to(), e.at()), Measure.HANDLED, 1));
        }
        talks(one, e.to(), e.at());
    }

    private void configured(AcdCommand.Configure configure) {
        requirements.clear();
        targets.clear();
        tierTargets.clear();
        configure.configuration().queues().forEach(queue -> {
            requirements.put(queue.name(), queue.requirement());
            targets.put(queue.name(), queue.serviceLevelMillis());
        });
        for (RoutingRules.CustomerClass tier : configure.configuration().rules().classes()) {
            tierTargets.put(tier.name(), tier.targetMillis());
        }
        configure
                .configuration()
                .agents()
                .forEach(agent ->
                        teams.computeIfAbsent(agent.id(), id -> new TreeMap<>()).put(configure.at(), agent.team()));
    }

    private Customer customer(long contact) {
        return Objects.requireNonNull(customers.get(contact));
    }

    /** Turned away or sent on before it was said to be queued: the command says who it is. */
    private Customer atTheDoor(long contact, String queue, long at) {
        Customer one = customers.computeIfAbsent(contact, id -> {
            AcdCommand.Enqueue enqueue = (AcdCommand.Enqueue) command;
            Customer fresh = new Customer();
            fresh.kind = enqueue.kind();
            fresh.tier = enqueue.customerClass();
            fresh.requirement = enqueue.requirement();
            fresh.toCall = enqueue.kind() == ContactKind.CALLBACK || enqueue.kind() == ContactKind.OUTBOUND;
            return fresh;
        });
        if (!one.inQueue && !one.over && one.agent.isEmpty()) {
            comes(one, queue, at);
        }
        return one;
    }

    private void comes(Customer one, String queue, long at) {
        Set<Named> keys = new LinkedHashSet<>();
        keys.add(new Named(By.SITE, ""));
        keys.add(new Named(By.QUEUE, queue));
        keys.add(new Named(By.TIER, one.tier));
        List<String> skills = RequiredSkills.of(requirements.getOrDefault(queue, ""), one.requirement);
        skills.forEach(skill -> keys.add(new Named(By.SKILL, skill)));
        if (skills.isEmpty()) {
            keys.add(new Named(By.SKILL, ""));
        }
        one.keys = keys;
        long ofTier = tierTargets.getOrDefault(one.tier, 0L);
        one.threshold = ofTier > 0 ? ofTier : targets.getOrDefault(queue, 0L);
        one.inQueue = true;
        one.over = false;
        one.entered = at;
        if (!one.from.equals("OVERFLOWED_IN")) {
            one.requested = at;
        }
        Measure how = Measure.valueOf(one.from);
        if (one.kind == ContactKind.CONSULT) {
            how = Measure.CONSULTS;
        } else if (one.toCall) {
            how = one.from.equals("ARRIVED") ? Measure.DIALLED_ARRIVED : Measure.DIALLED_IN;
        }
        facts.add(new Fact(at, keys, how, 1));
    }

    private void out(Customer one, Measure how, long at) {
        Measure counted = how;
        if (one.kind == ContactKind.CONSULT) {
            counted = Measure.CONSULTS_GONE;
        } else if (one.toCall) {
            counted = switch (how) {
                case OVERFLOWED_OUT -> Measure.DIALLED_OUT;
                case CALLBACKS_FAILED, CALLBACKS_EXPIRED -> how;
                default -> Measure.DIALLED_GONE;
            };
        }
        facts.add(new Fact(at, one.keys, counted, 1));
        one.inQueue = false;
        one.over = true;
    }

    private void connected(AcdEvent.Connected e) {
        if (offers.containsKey(e.offer())) {
            rang(e.offer(), e.at());
        }
        Customer one = customer(e.contact());
        Set<Named> keys = with(one.keys, e.agent(), e.at());
        if (one.kind == ContactKind.CONSULT) {
            facts.add(new Fact(e.at(), keys, Measure.CONSULTS_ANSWERED, 1));
        } else {
            facts.add(new Fact(e.at(), keys, Measure.HANDLED, 1));
            facts.add(new Fact(e.at(), keys, one.toCall ? Measure.REACHED : Measure.ANSWERED, 1));
            if (!one.toCall) {
                waited(one, keys, e.at(), true);
            }
        }
        one.inQueue = false;
        talks(one, e.agent(), e.at());
    }

    private void waited(Customer one, Set<Named> keys, long at, boolean answered) {
        long wait = at - (rules.clockStart() == ClockStart.REQUEST ? one.requested : one.entered);
        if (!answered && wait < rules.shortAbandonMillis()) {
            facts.add(new Fact(at, keys, Measure.SHORT_ABANDONED, 1));
            return;
        }
        if (!answered) {
            facts.add(new Fact(at, keys, Measure.ABANDONED, 1));
        }
        if (wait <= one.threshold) {
            facts.add(new Fact(at, keys, answered ? Measure.ANSWERED_IN_TIME : Measure.ABANDONED_IN_TIME, 1));
        }
        facts.add(new Fact(at, keys, answered ? Measure.WAIT_ANSWERED_MILLIS : Measure.WAIT_ABANDONED_MILLIS, wait));
        waits.add(new Wait(at, keys, wait, answered));
    }

    private void talks(Customer one, String agent, long at) {
        one.agent = agent;
        one.talkFrom = at;
        one.held = false;
        Person person = person(agent, at);
        person.lastKeys = one.keys;
    }

    private void talked(Customer one, long at) {
        if (one.agent.isEmpty()) {
            return;
        }
        Measure how = one.held ? Measure.HOLD_MILLIS : Measure.TALK_MILLIS;
        if (one.kind == ContactKind.CONSULT) {
            how = Measure.CONSULT_MILLIS;
        }
        cut(one.talkFrom, at, one.keys, one.agent, how);
        one.talkFrom = at;
    }

    private void parts(Customer one, long at) {
        talked(one, at);
        person(one.agent, at).lastKeys = one.keys;
    }

    private void leavesTalk(Customer one, String origin, long at) {
        parts(one, at);
        one.agent = "";
        one.from = origin;
        one.inQueue = false;
        one.over = false;
        one.toCall = false;
    }

    private Rings rang(long offer, long at) {
        Rings rings = Objects.requireNonNull(offers.remove(offer));
        cut(rings.since, at, rings.keys, rings.agent, Measure.RING_MILLIS);
        return rings;
    }

    private void changed(AcdEvent.AgentStateChanged e) {
        Person person = person(e.agent(), e.at());
        span(e.agent(), person, e.at());
        person.state = e.to();
        person.since = e.at();
    }

    private void span(String agent, Person person, long at) {
        if (person.state == AgentState.SIGNED_OUT) {
            return;
        }
        signedInMillis.merge(agent, at - person.since, Long::sum);
        Measure state = Measure.valueOf(person.state.name() + "_STATE_MILLIS");
        cut(person.since, at, Set.of(new Named(By.SITE, "")), agent, state);
        if (person.state == AgentState.WRAP_UP) {
            cut(person.since, at, person.lastKeys, agent, Measure.WRAP_UP_MILLIS);
        }
    }

    private Person person(String agent, long at) {
        return people.computeIfAbsent(agent, id -> {
            Person fresh = new Person();
            fresh.since = at;
            return fresh;
        });
    }

    private void ended(AcdEvent.ContactEnded e) {
        Customer one = atTheDoor(e.contact(), e.queue(), e.at());
        if (!one.agent.isEmpty()) {
            if (one.kind != ContactKind.CONSULT) {
                boolean lost = e.cause() == ContactEnd.ENGINE_RESTART;
                Measure how = lost ? Measure.TALKS_LOST : Measure.COMPLETED;
                facts.add(new Fact(e.at(), with(one.keys, one.agent, e.at()), how, 1));
            }
            parts(one, e.at());
        } else if (!one.over) {
            if (e.cause() == ContactEnd.ABANDONED && !one.toCall && one.kind != ContactKind.CONSULT) {
                waited(one, one.keys, e.at(), false);
            } else {
                out(one, way(e.cause(), one.toCall), e.at());
            }
        }
        customers.remove(e.contact());
    }

    private static Measure way(ContactEnd cause, boolean toCall) {
        return switch (cause) {
            case QUEUE_REMOVED -> Measure.REMOVED;
            case ENGINE_RESTART -> Measure.LOST;
            case CALLBACK_FAILED -> toCall ? Measure.CALLBACKS_FAILED : Measure.LEFT_QUEUE;
            case CALLBACK_EXPIRED -> toCall ? Measure.CALLBACKS_EXPIRED : Measure.LEFT_QUEUE;
            default -> Measure.LEFT_QUEUE;
        };
    }

    /** The contact's names, the agent's, and the agent's team of that moment. */
    private Set<Named> with(Set<Named> keys, String agent, long at) {
        Set<Named> all = new LinkedHashSet<>(keys);
        all.add(new Named(By.AGENT, agent));
        all.add(new Named(By.TEAM, teamOf(agent, at)));
        return all;
    }

    private String teamOf(String agent, long at) {
        TreeMap<Long, String> history = teams.getOrDefault(agent, new TreeMap<>());
        return history.isEmpty()
                ? ""
                : Objects.requireNonNull(history.floorEntry(at)).getValue();
    }

    /** Cut where the agent changes team. */
    private void cut(long from, long to, Set<Named> keys, String agent, Measure measure) {
        TreeSet<Long> borders = new TreeSet<>(teams.getOrDefault(agent, new TreeMap<>())
                .subMap(from, false, to, false)
                .keySet());
        borders.add(to);
        long begin = from;
        for (long border : borders) {
            spans.add(new Span(begin, border, with(keys, agent, begin), measure));
            begin = border;
        }
    }

    /** Time from each sign-in to the sign-out, by agent; up to now for those who are there. */
    public Map<String, Long> signedInMillis(long now) {
        Map<String, Long> all = new HashMap<>(signedInMillis);
        people.forEach((agent, person) -> {
            if (person.state != AgentState.SIGNED_OUT) {
                all.merge(agent, now - person.since, Long::sum);
            }
        });
        return all;
    }

    /** The figures of everything between two moments; what lasts at {@code now}, the end of the log, is counted up to it. */
    public Map<Named, Figures> between(long from, long to, long now) {
        int known = spans.size();
        long signedIn = signedInMillis.values().stream().mapToLong(n -> n).sum();
        people.forEach((agent, person) -> span(agent, person, now));
        customers.values().forEach(one -> {
            long begun = one.talkFrom;
            talked(one, now);
            one.talkFrom = begun;
        });
        offers.values().forEach(rings -> cut(rings.since, now, rings.keys, rings.agent, Measure.RING_MILLIS));
        Map<Named, Figures> figures = addUp(from, to);
        spans.subList(known, spans.size()).clear();
        if (signedIn != signedInMillis.values().stream().mapToLong(n -> n).sum()) {
            // what lasts was added for this answer alone
            people.forEach((agent, person) -> {
                if (person.state != AgentState.SIGNED_OUT) {
                    signedInMillis.merge(agent, person.since - now, Long::sum);
                }
            });
        }
        return figures;
    }

    private Map<Named, Figures> addUp(long from, long to) {
        Map<Named, Map<Measure, Long>> counts = new HashMap<>();
        Map<Named, Map<Integer, Long>> buckets = new HashMap<>();
        for (Fact fact : facts) {
            if (fact.at >= from && fact.at < to) {
                add(counts, fact.keys, fact.measure, fact.amount);
            }
        }
        for (Span span : spans) {
            long part = Math.min(span.to, to) - Math.max(span.from, from);
            if (part > 0) {
                add(counts, span.keys, span.measure, part);
            }
        }
        for (Wait wait : waits) {
            if (wait.at < from || wait.at >= to) {
                continue;
            }
            for (Named key : wait.keys) {
                counts.computeIfAbsent(key, k -> new EnumMap<>(Measure.class))
                        .merge(Measure.LONGEST_WAIT_MILLIS, wait.millis, Math::max);
                if (wait.answered && key.by() != By.AGENT) {
                    buckets.computeIfAbsent(key, k -> new TreeMap<>())
                            .merge(WaitBuckets.indexOf(wait.millis), 1L, Long::sum);
                }
            }
        }
        Map<Named, Figures> figures = new HashMap<>();
        counts.forEach((key, values) -> {
            Figures sum = Figures.of(values, buckets.getOrDefault(key, Map.of()));
            if (!sum.isEmpty()) {
                figures.put(key, sum);
            }
        });
        return figures;
    }

    private static void add(Map<Named, Map<Measure, Long>> counts, Set<Named> keys, Measure measure, long amount) {
        keys.forEach(key ->
                counts.computeIfAbsent(key, k -> new EnumMap<>(Measure.class)).merge(measure, amount, Long::sum));
    }
}
