package org.rexian.acd;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.TreeSet;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.RoutingRules.ContactChoice;

/** What an onlooker knows who sees commands and events alone, and the invariants that it holds the router to. */
final class FloorModel {

    /** A contact as told by its events. */
    static final class Caller {
        final AcdCommand.Enqueue enqueue;
        final TreeSet<String> rung = new TreeSet<>();
        String queue;
        String agent = "";
        boolean dialling;
        boolean putFirst;
        int priority;
        long arrival;
        long waitingSince;
        long ageCredit;
        int toldPosition;
        long toldEwt = -1;

        Caller(AcdCommand.Enqueue enqueue, long arrival) {
            this.enqueue = enqueue;
            this.arrival = arrival;
            queue = enqueue.queue();
            priority = enqueue.priority();
            waitingSince = enqueue.at();
            ageCredit = enqueue.standing().ageCreditMillis();
        }

        boolean waits() {
            return agent.isEmpty() && rung.isEmpty();
        }

        long place(RoutingRules rules) {
            long since = waitingSince - ageCredit;
            if (putFirst) {
                return since - Long.MAX_VALUE / 2;
            }
            long point = rules.contactChoice() != ContactChoice.PRIORITY_THEN_FIFO
                    ? rules.pointMillis()
                    : rules.agingMillis() > 0 ? rules.agingMillis() : 30L * 24 * 3_600_000;
            return since - priority * point;
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
    private final Map<String, QueueDefinition> queues = new HashMap<>();
    private final Map<String, Requirement> compiled = new HashMap<>();
    private RoutingRules rules = RoutingRules.standard();
    private final Set<String> employed = new HashSet<>();
    private AcdCore core = new AcdCore();
    private long arrivals;
    private long creditOfTransfer;
    private Map<Long, Caller> entering = Map.of();

    /** The router that is watched. */
    void watch(AcdCore watched) {
        core = watched;
    }

    void before(AcdCommand command) {
        entering = Map.of();
        if (command instanceof AcdCommand.Transfer transfer) {
            creditOfTransfer = transfer.ageCreditMillis();
        }
        if (command instanceof AcdCommand.Enqueue enqueue && !callers.containsKey(enqueue.contact())) {
            entering = Map.of(enqueue.contact(), new Caller(enqueue, ++arrivals));
        }
    }

    void see(AcdEvent event) {
        switch (event) {
            case AcdEvent.ContactQueued e -> queued(e);
            case AcdEvent.AgentOffered e -> offered(e);
            case AcdEvent.OfferCancelled e -> {
                assertThat(offers.remove(e.offer())).isEqualTo(e.contact());
                assertThat(caller(e.contact()).rung.remove(e.agent())).isTrue();
            }
            case AcdEvent.Connected e -> connected(e);
            case AcdEvent.DialCustomer e -> {
                accepted(e.contact(), e.agent());
                caller(e.contact()).dialling = true;
            }
            case AcdEvent.DialFailed e -> {
                assertThat(caller(e.contact()).dialling).isTrue();
                assertThat(caller(e.contact()).agent).isEqualTo(e.agent());
                caller(e.contact()).dialling = false;
                caller(e.contact()).agent = "";
            }
            case AcdEvent.Transferred e -> {
                comesAgain(caller(e.contact()), e.agent(), e.at());
                caller(e.contact()).ageCredit = creditOfTransfer;
                caller(e.contact()).arrival = ++arrivals;
            }
            case AcdEvent.Requeued e -> {
                comesAgain(caller(e.contact()), e.agent(), e.at());
                caller(e.contact()).putFirst = true;
            }
            case AcdEvent.TakenOver e -> {
                assertThat(caller(e.contact()).agent).isEqualTo(e.from());
                caller(e.contact()).agent = e.to();
            }
            case AcdEvent.Overflowed e -> {
                assertThat(caller(e.contact()).waits()).isTrue();
                caller(e.contact()).arrival = ++arrivals;
            }
            case AcdEvent.PositionChanged e -> told(e);
            case AcdEvent.LimitReached e ->
                assertThat(caller(e.contact()).waits()).isTrue();
            case AcdEvent.AgentStateChanged e -> changed(e);
            case AcdEvent.ContactEnded e -> {
                assertThat(callers.containsKey(e.contact()) || entering.containsKey(e.contact()))
                        .as("ends once: %s", e)
                        .isTrue();
                assertThat(caller(e.contact()).rung).isEmpty();
                callers.remove(e.contact());
            }
            case AcdEvent.Configured e -> {}
            case AcdEvent.RequirementRelaxed e -> {}
            case AcdEvent.CallbackRequested e -> {}
            case AcdEvent.QueueOpenChanged e -> {}
            case AcdEvent.CommandRejected e -> {}
        }
    }

    private void queued(AcdEvent.ContactQueued e) {
        Caller caller = caller(e.contact());
        assertThat(caller.waits()).isTrue();
        callers.put(e.contact(), caller);
        caller.queue = e.queue();
        caller.toldPosition = 0;
        caller.toldEwt = -1;
    }

    /** Transferred or put back: the wait begins anew. */
    private void comesAgain(Caller caller, String agent, long at) {
        assertThat(caller.agent).isEqualTo(agent);
        assertThat(caller.dialling).isFalse();
        caller.agent = "";
        caller.waitingSince = at;
        caller.toldPosition = 0;
        caller.toldEwt = -1;
    }

    private void connected(AcdEvent.Connected e) {
        Caller caller = caller(e.contact());
        if (caller.dialling) {
            caller.dialling = false;
        } else {
            accepted(e.contact(), e.agent());
        }
        assertThat(caller.agent).isEqualTo(e.agent());
        assertThat(e.waitMillis()).isEqualTo(e.at() - caller.waitingSince);
    }

    private void accepted(long contact, String agent) {
        Caller caller = caller(contact);
        assertThat(caller.rung).as("the others were taken back before").containsExactly(agent);
        offers.values().removeIf(of -> of == contact);
        caller.rung.clear();
        caller.agent = agent;
        caller.putFirst = false;
    }

    private void offered(AcdEvent.AgentOffered e) {
        Caller caller = caller(e.contact());
        assertThat(caller.agent).as("no offer for who has an agent: %s", e).isEmpty();
        if (choiceOf(e.queue()) != AgentChoice.RING_ALL) {
            assertThat(caller.rung).as("not offered twice: %s", e).isEmpty();
        }
        assertThat(callers.values()).as("rings once: %s", e).noneMatch(other -> other.rung.contains(e.agent()));
        List<Caller> talks = talksOf(e.agent());
        if (!talks.isEmpty()) {
            assertThat(e.kind()).isEqualTo(ContactKind.CHAT);
            assertThat(talks).allMatch(other -> other.enqueue.kind() == ContactKind.CHAT);
            assertThat(talks.size()).isLessThan(definition(e.agent()).chats());
        } else {
            assertThat(worker(e.agent()).state).isEqualTo(AgentState.RESERVED);
        }
        notKept(e);
        caller.rung.add(e.agent());
        offers.put(e.offer(), e.contact());
    }

    private void notKept(AcdEvent.AgentOffered e) {
        if (worker(e.agent()).state == AgentState.RESERVED) {
            core.contact(e.contact())
                    .ifPresent(view -> assertThat(kept(definition(e.agent()), view, 1))
                            .as("kept for others: %s", e)
                            .isFalse());
        }
    }

    private List<Caller> talksOf(String agent) {
        return callers.values().stream()
                .filter(caller -> caller.agent.equals(agent))
                .toList();
    }

    private AgentChoice choiceOf(String queue) {
        return Objects.requireNonNull(queues.get(queue), queue).agentChoice();
    }

    private AgentDefinition definition(String agent) {
        return Objects.requireNonNull(definitions.get(agent), agent);
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

    /** Before the events of the command, which may speak of new agents and of queues under new rules. */
    void willConfigure(AcdConfiguration configuration, long now) {
        forgetDismissed(); // should one of them come back, it is new
        queues.clear();
        configuration.queues().forEach(queue -> queues.put(queue.name(), queue));
        configuration.agents().forEach(agent -> define(agent, now));
        rules = configuration.rules();
    }

    void configured(AcdConfiguration configuration) {
        employed.clear();
        configuration.agents().forEach(agent -> employed.add(agent.id()));
        forgetDismissed();
    }

    /** Agents who are in the configuration no more stay until they have finished. */
    private void forgetDismissed() {
        definitions.keySet().removeIf(id -> !employed.contains(id) && worker(id).state == AgentState.SIGNED_OUT);
        workers.keySet().removeIf(id -> !definitions.containsKey(id));
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
                agent,
                (id, old) -> new AgentDefinition(
                        id,
                        old.name(),
                        old.team(),
                        skills,
                        old.queues(),
                        old.wrapUpMillis(),
                        old.supervises(),
                        old.chats()));
    }

    /** Everything that must hold between two commands. */
    void check(AcdCore core, long now) {
        Map<Long, ContactView> views = new HashMap<>();
        callers.forEach((id, caller) -> views.put(id, core.contact(id).orElseThrow()));
        nobodyIdlesBesideWork(views);
        Set<Long> inLine = new HashSet<>();
        for (QueueView queue : core.queues()) {
            List<Long> expected = callers.values().stream()
                    .filter(caller -> caller.waits() && caller.queue.equals(queue.name()))
                    .filter(caller -> view(views, caller).stage() != ContactStage.PARKED)
                    .sorted(Comparator.<Caller>comparingLong(caller -> caller.place(rules))
                            .thenComparingLong(caller -> caller.arrival))
                    .map(caller -> caller.enqueue.contact())
                    .toList();
            assertThat(core.waiting(queue.name()).stream().map(ContactView::id)).isEqualTo(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(Objects.requireNonNull(views.get(expected.get(i))).position())
                        .isEqualTo(i + 1);
            }
            inLine.addAll(expected);
            adds(queue);
        }
        callers.forEach((id, caller) -> {
            stands(caller, view(views, caller));
            boolean waits = view(views, caller).stage() == ContactStage.WAITING;
            assertThat(inLine.contains(id))
                    .as("in the line of a queue that is there: %s", view(views, caller))
                    .isEqualTo(waits);
        });
        timesAddUp(core, now);
    }

    private static ContactView view(Map<Long, ContactView> views, Caller caller) {
        return Objects.requireNonNull(views.get(caller.enqueue.contact()));
    }

    private static void stands(Caller caller, ContactView view) {
        assertThat(view.waitingSince()).isEqualTo(caller.waitingSince);
        switch (view.stage()) {
            case WAITING -> assertThat(caller.waits()).isTrue();
            case PARKED -> {
                assertThat(caller.waits()).isTrue();
                assertThat(view.kind()).isIn(ContactKind.CALLBACK, ContactKind.OUTBOUND);
            }
            case RINGING -> assertThat(caller.rung).contains(view.agent().orElseThrow());
            case DIALLING, TALKING, HELD -> {
                assertThat(view.agent()).contains(caller.agent);
                assertThat(view.stage() == ContactStage.DIALLING).isEqualTo(caller.dialling);
            }
        }
    }

    private static void adds(QueueView queue) {
        long limits = queue.limitExits().values().stream().mapToLong(n -> n).sum();
        long gone = queue.answered() + queue.abandoned() + queue.left() + queue.unreached() + limits;
        long present = (long) queue.waiting() + queue.ringing() + queue.dialling() + queue.parked();
        assertThat(gone + queue.overflowedOut() + present)
                .as("%s", queue)
                .isEqualTo(queue.offered() + queue.requeued());
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
            boolean rung = callers.values().stream().anyMatch(caller -> caller.rung.contains(agent.id()));
            boolean talks = !talksOf(agent.id()).isEmpty();
            assertThat(rung && !talks).as("%s", agent).isEqualTo(agent.state() == AgentState.RESERVED);
            assertThat(talks)
                    .as("%s", agent)
                    .isEqualTo(agent.state() == AgentState.TALKING || agent.state() == AgentState.HELD);
        }
    }

    private void nobodyIdlesBesideWork(Map<Long, ContactView> views) {
        workers.forEach((id, worker) -> {
            if (worker.state == AgentState.READY) {
                callers.forEach((contact, caller) -> {
                    ContactView view = view(views, caller);
                    if (view.stage() == ContactStage.WAITING) {
                        assertThat(mayServe(definition(id), view) && !kept(definition(id), view, 0))
                                .as("%s idles while %s waits", id, view)
                                .isFalse();
                    }
                });
            }
        });
    }

    private boolean mayServe(AgentDefinition agent, ContactView contact) {
        return agent.queues().contains(contact.queue()) && matches(contact.asks(), agent);
    }

    /** A reserve says so: few agents of its kind are ready, and the contact is none of those whom it is for. */
    private boolean kept(AgentDefinition agent, ContactView contact, int beside) {
        return rules.reservations().stream().anyMatch(rule -> {
            long ready = workers.entrySet().stream()
                    .filter(entry -> entry.getValue().state == AgentState.READY)
                    .filter(entry -> matches(rule.agents(), definition(entry.getKey())))
                    .count();
            boolean entitled = rule.customerClass().isEmpty()
                    ? compiled(contact.asks()).implies(compiled(rule.agents()))
                    : rule.customerClass().equals(contact.customerClass());
            return matches(rule.agents(), agent) && ready + beside <= rule.keep() && !entitled;
        });
    }

    private Requirement compiled(String text) {
        return compiled.computeIfAbsent(text, unknown -> switch (RequirementParser.parse(unknown)) {
            case RequirementParser.Compiled(Requirement parsed) -> parsed;
            case RequirementParser.Problem problem -> throw new AssertionError(problem);
        });
    }

    private boolean matches(String text, AgentDefinition agent) {
        return compiled(text).matches(new Requirement.Holder() {
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
