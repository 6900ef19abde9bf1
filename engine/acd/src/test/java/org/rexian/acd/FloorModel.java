package org.rexian.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.rexian.acd.AcdConfiguration.AgentDefinition;

/** What an onlooker knows who sees commands and events alone, and the invariants that it holds the router to. */
final class FloorModel {

    static final class Caller {
        final AcdCommand.Enqueue enqueue;
        final long arrival;
        int priority;
        String agent = "";
        boolean talking;
        int toldPosition;
        long toldEwt = -1;

        Caller(AcdCommand.Enqueue enqueue, long arrival) {
            this.enqueue = enqueue;
            this.arrival = arrival;
            priority = enqueue.priority();
        }

        boolean waits() {
            return agent.isEmpty();
        }

        boolean goesBefore(Caller other) {
            return priority > other.priority || (priority == other.priority && arrival < other.arrival);
        }
    }

    static final class Worker {
        AgentState state = AgentState.SIGNED_OUT;
        long since;
        long born;
        final Map<AgentState, Long> millisIn = new EnumMap<>(AgentState.class);
    }

    final TreeMap<Long, Caller> callers = new TreeMap<>();
    final Map<String, Worker> workers = new LinkedHashMap<>();
    final TreeMap<Long, Long> offers = new TreeMap<>();
    private final Map<String, AgentDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, String> queueRequirements = new LinkedHashMap<>();
    private final Map<String, Requirement> compiled = new HashMap<>();
    private long arrivals;
    private Map<Long, Caller> entering = Map.of();

    void before(AcdCommand command) {
        entering = Map.of();
        if (command instanceof AcdCommand.Enqueue enqueue && !callers.containsKey(enqueue.contact())) {
            entering = Map.of(enqueue.contact(), new Caller(enqueue, ++arrivals));
        }
    }

    void see(AcdEvent event) {
        switch (event) {
            case AcdEvent.Configured e -> {}
            case AcdEvent.ContactQueued e -> callers.put(e.contact(), caller(e.contact()));
            case AcdEvent.AgentOffered e -> offered(e);
            case AcdEvent.OfferCancelled e -> {
                assertThat(offers.remove(e.offer())).isEqualTo(e.contact());
                assertThat(caller(e.contact()).agent).isEqualTo(e.agent());
                caller(e.contact()).agent = "";
            }
            case AcdEvent.Connected e -> {
                assertThat(offers.remove(e.offer())).isEqualTo(e.contact());
                assertThat(caller(e.contact()).agent).isEqualTo(e.agent());
                assertThat(e.waitMillis())
                        .isEqualTo(e.at() - caller(e.contact()).enqueue.at());
                caller(e.contact()).talking = true;
            }
            case AcdEvent.PositionChanged e -> told(e);
            case AcdEvent.LimitReached e ->
                assertThat(caller(e.contact()).waits()).isTrue();
            case AcdEvent.AgentStateChanged e -> changed(e);
            case AcdEvent.ContactEnded e -> {
                assertThat(callers.containsKey(e.contact()) || entering.containsKey(e.contact()))
                        .as("ends once: %s", e)
                        .isTrue();
                callers.remove(e.contact());
            }
            case AcdEvent.CommandRejected e -> {}
            default -> {}
        }
    }

    private void offered(AcdEvent.AgentOffered e) {
        Caller caller = caller(e.contact());
        assertThat(caller.waits()).as("not offered twice: %s", e).isTrue();
        assertThat(callers.values()).noneMatch(other -> other.agent.equals(e.agent()));
        assertThat(worker(e.agent()).state).isEqualTo(AgentState.RESERVED);
        for (Caller other : callers.values()) {
            boolean sameLine = other.waits()
                    && other.enqueue.queue().equals(e.queue())
                    && other.enqueue.requirement().equals(caller.enqueue.requirement());
            assertThat(sameLine && other.goesBefore(caller))
                    .as("%s overtakes %s", e, other.enqueue)
                    .isFalse();
        }
        caller.agent = e.agent();
        offers.put(e.offer(), e.contact());
    }

    private void told(AcdEvent.PositionChanged e) {
        Caller caller = caller(e.contact());
        assertThat(caller.waits()).isTrue();
        if (caller.toldEwt >= 0 && e.position() <= caller.toldPosition) {
            assertThat(e.ewtMillis()).as("told wait grows: %s", e).isLessThanOrEqualTo(caller.toldEwt);
        }
        caller.toldPosition = e.position();
        caller.toldEwt = e.ewtMillis();
    }

    private void changed(AcdEvent.AgentStateChanged e) {
        Worker worker = worker(e.agent());
        assertThat(e.from()).isEqualTo(worker.state);
        worker.millisIn.merge(worker.state, e.at() - worker.since, Long::sum);
        worker.state = e.to();
        worker.since = e.at();
    }

    void configured(AcdConfiguration configuration, long now) {
        // One who was removed and is free is forgotten; should it come back, it is new.
        workers.entrySet()
                .removeIf(entry ->
                        !definitions.containsKey(entry.getKey()) && entry.getValue().state == AgentState.SIGNED_OUT);
        definitions.clear();
        queueRequirements.clear();
        configuration.queues().forEach(queue -> queueRequirements.put(queue.name(), queue.requirement()));
        configuration.agents().forEach(agent -> define(agent, now));
        workers.entrySet()
                .removeIf(entry ->
                        !definitions.containsKey(entry.getKey()) && entry.getValue().state == AgentState.SIGNED_OUT);
    }

    void define(AgentDefinition agent, long now) {
        definitions.put(agent.id(), agent);
        if (!workers.containsKey(agent.id())) {
            Worker worker = new Worker();
            worker.since = now;
            worker.born = now;
            workers.put(agent.id(), worker);
        }
    }

    void setPriority(long contact, int priority) {
        caller(contact).priority = priority;
    }

    void setSkills(String agent, Map<String, Integer> skills) {
        definitions.computeIfPresent(
                agent, (id, old) -> new AgentDefinition(id, old.name(), old.team(), skills, old.queues()));
    }

    /** Everything that must hold between two commands. */
    void check(AcdCore core, long now) {
        nobodyIdlesBesideWork();
        Set<Long> seen = new HashSet<>();
        for (QueueView queue : core.queues()) {
            List<Long> expected = new ArrayList<>();
            callers.values().stream()
                    .filter(caller -> caller.waits() && caller.enqueue.queue().equals(queue.name()))
                    .sorted(Comparator.<Caller>comparingInt(caller -> -caller.priority)
                            .thenComparingLong(caller -> caller.arrival))
                    .forEach(caller -> expected.add(caller.enqueue.contact()));
            List<Long> waiting =
                    core.waiting(queue.name()).stream().map(ContactView::id).toList();
            assertThat(waiting).isEqualTo(expected);
            for (int i = 0; i < waiting.size(); i++) {
                assertThat(core.contact(waiting.get(i)).orElseThrow().position())
                        .isEqualTo(i + 1);
            }
            seen.addAll(waiting);
            adds(queue);
        }
        callers.forEach((id, caller) -> {
            ContactView view = core.contact(id).orElseThrow();
            assertThat(view.stage() == ContactStage.WAITING).isEqualTo(caller.waits() && seen.contains(id));
            assertThat(view.agent().orElse("")).isEqualTo(caller.agent);
        });
        timesAddUp(core, now);
    }

    private static void adds(QueueView queue) {
        long limits = queue.limitExits().values().stream().mapToLong(n -> n).sum();
        assertThat(queue.answered() + queue.abandoned() + queue.left() + limits + queue.waiting() + queue.ringing())
                .as("%s", queue)
                .isEqualTo(queue.offered());
    }

    private void timesAddUp(AcdCore core, long now) {
        for (AgentView agent : core.agents()) {
            Worker worker = worker(agent.id());
            Map<AgentState, Long> expected = new EnumMap<>(AgentState.class);
            for (AgentState state : AgentState.values()) {
                expected.put(state, worker.millisIn.getOrDefault(state, 0L));
            }
            expected.merge(worker.state, now - worker.since, Long::sum);
            assertThat(agent.millisIn()).isEqualTo(expected);
            assertThat(agent.millisIn().values().stream().mapToLong(n -> n).sum())
                    .isEqualTo(now - worker.born);
            boolean busy = agent.state() == AgentState.RESERVED
                    || agent.state() == AgentState.TALKING
                    || agent.state() == AgentState.HELD;
            assertThat(callers.values().stream().anyMatch(caller -> caller.agent.equals(agent.id())))
                    .as("%s", agent)
                    .isEqualTo(busy);
        }
    }

    private void nobodyIdlesBesideWork() {
        workers.forEach((id, worker) -> {
            if (worker.state == AgentState.READY) {
                for (Caller caller : callers.values()) {
                    assertThat(caller.waits() && mayServe(id, caller))
                            .as("%s idles while %s waits", id, caller.enqueue)
                            .isFalse();
                }
            }
        });
    }

    private boolean mayServe(String id, Caller caller) {
        AgentDefinition agent = Objects.requireNonNull(definitions.get(id), id);
        String queue = caller.enqueue.queue();
        return agent.queues().contains(queue)
                && matches(queueRequirements.getOrDefault(queue, ""), agent)
                && matches(caller.enqueue.requirement(), agent);
    }

    private boolean matches(String text, AgentDefinition agent) {
        Requirement requirement = compiled.computeIfAbsent(text, unknown -> switch (RequirementParser.parse(unknown)) {
            case RequirementParser.Compiled(Requirement parsed) -> parsed;
            case RequirementParser.Problem problem -> throw new AssertionError(problem);
        });
        return requirement.matches(new Requirement.Holder() {
            @Override
            public String id() {
                return agent.id();
            }

            @Override
            public String team() {
                return agent.team();
            }

            @Override
            public int level(String skill) {
                return agent.skills().getOrDefault(skill, 0);
            }
        });
    }

    private Caller caller(long contact) {
        Caller known = callers.get(contact);
        return known != null ? known : Objects.requireNonNull(entering.get(contact), "unknown contact");
    }

    private Worker worker(String agent) {
        return Objects.requireNonNull(workers.get(agent), agent);
    }
}
