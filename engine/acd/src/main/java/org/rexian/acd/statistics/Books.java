package org.rexian.acd.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.QueueDefinition;
import org.rexian.acd.RequiredSkills;
import org.rexian.acd.RoutingRules.CustomerClass;
import org.rexian.acd.statistics.StatisticsSnapshot.QueueTerms;
import org.rexian.acd.statistics.StatisticsSnapshot.ScopeState;

/** All rows, found by name, and the scopes that spare an event the search. */
final class Books {

    /** Texts come from flows and may hold callers' input: so many are known at once. */
    private static final int MOST_SCOPES = 4096;

    private final Map<By, Map<String, Row>> rows = new EnumMap<>(By.class);
    private final Map<String, Map<String, Map<String, Scope>>> scopes = new HashMap<>();
    private final Map<String, QueueTerms> queues = new TreeMap<>();
    private final Map<String, Long> targets = new TreeMap<>();
    private int scopesKnown;

    final Row site;

    Books() {
        for (By by : By.values()) {
            rows.put(by, new HashMap<>());
        }
        site = row(By.SITE, "");
    }

    /** Thresholds of contacts that come from now on; those who are there keep theirs. */
    void configured(AcdConfiguration configuration) {
        Map<String, QueueTerms> terms = new HashMap<>();
        for (QueueDefinition queue : configuration.queues()) {
            terms.put(queue.name(), new QueueTerms(queue.requirement(), queue.serviceLevelMillis()));
        }
        Map<String, Long> tiers = new HashMap<>();
        for (CustomerClass tier : configuration.rules().classes()) {
            tiers.put(tier.name(), tier.targetMillis());
        }
        held(terms, tiers);
    }

    void held(Map<String, QueueTerms> terms, Map<String, Long> tiers) {
        queues.clear();
        queues.putAll(terms);
        targets.clear();
        targets.putAll(tiers);
        forgetScopes();
    }

    Map<String, QueueTerms> queues() {
        return Map.copyOf(queues);
    }

    Map<String, Long> targets() {
        return Map.copyOf(targets);
    }

    Row row(By by, String name) {
        Map<String, Row> named = named(by);
        Row known = named.get(name);
        if (known != null) {
            return known;
        }
        boolean fromFlows = by == By.SKILL || by == By.TIER;
        if (fromFlows && named.size() >= StatisticsRules.MOST_NAMES && !name.equals(StatisticsRules.OTHERS)) {
            return row(by, StatisticsRules.OTHERS);
        }
        Row fresh = new Row(by, name);
        named.put(name, fresh);
        return fresh;
    }

    Map<String, Figures> totals(By by) {
        Map<String, Figures> totals = new TreeMap<>();
        named(by).forEach((name, row) -> totals.put(name, row.total()));
        return totals;
    }

    Figures total(By by, String name) {
        Row row = named(by).get(name);
        return row == null ? Figures.NONE : row.total();
    }

    /** All rows of one kind, by name. */
    List<Row> all(By by) {
        return List.copyOf(new TreeMap<>(named(by)).values());
    }

    private Map<String, Row> named(By by) {
        return rows.getOrDefault(by, Map.of());
    }

    Scope scope(String queue, String tier, String requirement) {
        Map<String, Map<String, Scope>> ofQueue = scopes.get(queue);
        Map<String, Scope> ofTier = ofQueue == null ? null : ofQueue.get(tier);
        Scope known = ofTier == null ? null : ofTier.get(requirement);
        return known != null ? known : newScope(queue, tier, requirement);
    }

    private Scope newScope(String queue, String tier, String requirement) {
        if (scopesKnown++ >= MOST_SCOPES) {
            forgetScopes();
        }
        QueueTerms terms = queues.getOrDefault(queue, new QueueTerms("", 0));
        List<String> skills = RequiredSkills.of(terms.requirement(), requirement);
        long target = targets.getOrDefault(tier, 0L);
        long threshold = target > 0 ? target : terms.serviceLevelMillis();
        Scope fresh = scope(new ScopeState(queue, tier, requirement, skills, threshold));
        scopes.computeIfAbsent(queue, name -> new HashMap<>())
                .computeIfAbsent(tier, name -> new HashMap<>())
                .put(requirement, fresh);
        return fresh;
    }

    /** One that counts like this, whatever holds for others by now. */
    Scope scope(ScopeState terms) {
        if (terms.equals(Scope.NOWHERE.terms)) {
            return Scope.NOWHERE;
        }
        List<Row> counted = new ArrayList<>(List.of(site, row(By.QUEUE, terms.queue()), row(By.TIER, terms.tier())));
        for (String skill : terms.skills().isEmpty() ? List.of("") : terms.skills()) {
            Row row = row(By.SKILL, skill);
            if (!counted.contains(row)) { // two may be counted together under the others
                counted.add(row);
            }
        }
        return new Scope(terms, counted);
    }

    private void forgetScopes() {
        scopes.clear();
        scopesKnown = 0;
    }

    /** The open interval is over: what was counted in it, by kind and name. */
    List<IntervalRow> close(long start) {
        List<IntervalRow> closed = touched(start);
        for (Map<String, Row> named : rows.values()) {
            named.values().forEach(Row::close);
        }
        return closed;
    }

    /** What was counted in the open interval so far, by kind and name. */
    List<IntervalRow> touched(long start) {
        List<IntervalRow> found = new ArrayList<>();
        for (By by : By.values()) {
            for (Row row : all(by)) {
                if (row.isTouched()) {
                    found.add(new IntervalRow(start, by, row.name, row.open()));
                }
            }
        }
        return found;
    }
}
