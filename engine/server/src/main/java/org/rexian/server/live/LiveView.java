package org.rexian.server.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentView;
import org.rexian.acd.QueueView;
import org.rexian.acd.statistics.By;
import org.rexian.acd.statistics.Figures;
import org.rexian.acd.statistics.Measure;
import org.rexian.acd.statistics.Statistics;
import org.rexian.server.acd.RouterListener;
import org.rexian.server.live.LiveSnapshot.Line;

/**
 * What goes on, as a fold over the router's events; what the router itself knows (who waits, who is ready) is asked of it
 * when a picture is taken. For the ACD thread.
 */
public final class LiveView implements RouterListener {

    private static final int LINES = 60;

    /** An event with the caller whom it is about, who may be gone when it is read; empty when it is about none. */
    private record Seen(AcdEvent event, String caller) {}

    private final Statistics figures;
    private final LiveCalls calls;
    private final LongSupplier clock;
    private final long startedAt;
    private final Map<String, Long> thresholds = new HashMap<>();
    /** Who is in the house, in words. */
    private final Map<Long, String> callers = new HashMap<>();

    private final Recent<Seen> recent = new Recent<>(256);

    /** @param figures follows the same router */
    public LiveView(Statistics figures, AcdConfiguration configuration, LiveCalls calls, LongSupplier clock) {
        this.figures = figures;
        this.calls = calls;
        this.clock = clock;
        this.startedAt = clock.getAsLong();
        configured(configuration);
    }

    /** Queues have these service levels from now on; what was counted stays. On the ACD thread once it runs. */
    public final int configured(AcdConfiguration configuration) {
        configuration.queues().forEach(queue -> thresholds.put(queue.name(), queue.serviceLevelMillis()));
        return thresholds.size();
    }

    @Override
    public void onEvent(AcdEvent event) {
        if (!(event instanceof AcdEvent.PositionChanged)) {
            recent.add(new Seen(event, caller(event)));
        }
        switch (event) {
            case AcdEvent.ContactQueued e -> callers.computeIfAbsent(e.contact(), calls::caller);
            case AcdEvent.ContactEnded e -> callers.remove(e.contact());
            default -> {
                // state of agents and positions is asked of the router
            }
        }
    }

    private String caller(AcdEvent event) {
        return switch (event) {
            case AcdEvent.ContactQueued e -> caller(e.contact());
            case AcdEvent.AgentOffered e -> caller(e.contact());
            case AcdEvent.OfferCancelled e -> caller(e.contact());
            case AcdEvent.Connected e -> caller(e.contact());
            case AcdEvent.LimitReached e -> caller(e.contact());
            case AcdEvent.ContactEnded e -> caller(e.contact());
            default -> "";
        };
    }

    private String caller(long contact) {
        String known = callers.get(contact);
        return known == null ? calls.caller(contact) : known;
    }

    /** The picture of this moment, between two commands. */
    public LiveSnapshot snapshot(AcdCore core) {
        long now = clock.getAsLong();
        Stream<Line> router = recent.last(LINES).stream()
                .flatMap(seen ->
                        Words.of(seen.event, seen.caller).map(text -> new Line(seen.event.at(), text)).stream());
        List<Line> lines = Stream.concat(router, calls.lines(LINES).stream())
                .sorted(Comparator.comparingLong(Line::at))
                .toList();
        return new LiveSnapshot(
                now,
                startedAt,
                calls.snapshot(),
                core.queues().stream().map(queue -> queue(queue, now)).toList(),
                core.agents().stream().map(this::agent).toList(),
                groups(now),
                lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    private QueueSnapshot queue(QueueView queue, long now) {
        Figures counted = figures.total(By.QUEUE, queue.name(), now);
        Map<String, Long> exits = new TreeMap<>();
        queue.limitExits().forEach((limit, count) -> exits.put(Words.word(limit), count));
        return new QueueSnapshot(
                queue.name(),
                queue.waiting(),
                queue.ringing(),
                queue.longestWaitSince().isPresent()
                        ? Math.max(0, now - queue.longestWaitSince().getAsLong())
                        : 0,
                queue.agentsSignedIn(),
                queue.agentsReady(),
                queue.offered(),
                queue.answered(),
                queue.abandoned(),
                queue.left(),
                exits,
                counted.averageAnswerMillis().orElse(0),
                counted.get(Measure.LONGEST_WAIT_MILLIS),
                counted.averageTalkMillis().orElse(0),
                thresholds.getOrDefault(queue.name(), 0L),
                counted.serviceLevel());
    }

    /** What the queues' counters don't say: by tier, skill and team. */
    private List<GroupSnapshot> groups(long now) {
        List<GroupSnapshot> groups = new ArrayList<>();
        for (By by : List.of(By.TIER, By.SKILL, By.TEAM)) {
            figures.totals(by, now).forEach((name, counted) -> groups.add(GroupSnapshot.of(by, name, counted)));
        }
        return groups;
    }

    private AgentSnapshot agent(AgentView agent) {
        Map<String, Long> millis = new TreeMap<>();
        agent.millisIn().forEach((state, spent) -> millis.put(Words.word(state), spent));
        return new AgentSnapshot(
                agent.id(),
                agent.name(),
                agent.team(),
                Words.word(agent.state()),
                agent.since(),
                agent.reason(),
                Words.word(agent.afterTalk()),
                agent.phoneRegistered(),
                agent.queues(),
                agent.skills(),
                agent.contact(),
                agent.contact().isPresent() ? caller(agent.contact().getAsLong()) : "",
                agent.offered(),
                agent.answered(),
                millis);
    }
}
