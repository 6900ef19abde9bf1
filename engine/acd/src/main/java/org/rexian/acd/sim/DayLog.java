package org.rexian.acd.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.ContactEnd;
import org.rexian.acd.OfferEnd;

/** What happened to each caller and each agent of one simulated replication, folded from the router's events. */
final class DayLog {

    final Scenario scenario;
    final Traffic traffic;
    final Window window;
    final AgentClocks agents;
    final Overtakes overtakes;
    final QueueLengths lengths;
    final List<String> queues = new ArrayList<>();

    int ringNoAnswers;
    private int inHouse;

    private final Outcome[] outcome;
    private final long[] waited;
    private final short[] ringing;
    private final short[] offers;
    private final int[] queueOf;

    DayLog(Scenario scenario, Traffic traffic, AcdConfiguration policy) {
        this.scenario = scenario;
        this.traffic = traffic;
        window = new Window(scenario.warmUpMillis(), scenario.horizonMillis());
        agents = new AgentClocks(policy.agents(), window);
        outcome = new Outcome[traffic.size];
        Arrays.fill(outcome, Outcome.STILL_WAITING);
        waited = new long[traffic.size];
        ringing = new short[traffic.size];
        offers = new short[traffic.size];
        policy.queues().forEach(queue -> queues.add(queue.name()));
        queueOf = scenario.groups().stream()
                .mapToInt(group -> numberOf(group.queue()))
                .toArray();
        lengths = new QueueLengths(queues.size(), window, scenario.horizonMillis());
        overtakes = overtakes();
    }

    private int numberOf(String queue) {
        int number = queues.indexOf(queue);
        if (number < 0) {
            throw new IllegalArgumentException("no queue " + queue + " in the configuration");
        }
        return number;
    }

    private Overtakes overtakes() {
        Map<String, Integer> lines = new HashMap<>();
        int[] lineOfGroup = scenario.groups().stream()
                .map(g -> String.join(
                        "\n", g.queue(), g.customerClass(), g.requirement(), g.priority() + "", g.kind() + ""))
                .mapToInt(key -> lines.computeIfAbsent(key, _ -> lines.size()))
                .toArray();
        int[] lineOf = new int[traffic.size];
        for (int caller = 0; caller < lineOf.length; caller++) {
            lineOf[caller] = lineOfGroup[traffic.group[caller]];
        }
        return new Overtakes(traffic.size, lineOf, lines.size());
    }

    void arrives(int caller) {
        inHouse++;
        joins(caller, traffic.at[caller]);
    }

    void offered(AcdEvent.AgentOffered offer) {
        int caller = (int) offer.contact();
        offers[caller]++;
        if (ringing[caller]++ == 0) {
            overtakes.offered(caller);
            lengths.change(queueOf(caller), -1, offer.at());
        }
    }

    void cancelled(AcdEvent.OfferCancelled offer) {
        int caller = (int) offer.contact();
        if (offer.cause() == OfferEnd.RING_NO_ANSWER) {
            ringNoAnswers++;
        }
        if (--ringing[caller] == 0 && outcome(caller) == Outcome.STILL_WAITING) {
            joins(caller, offer.at());
        }
    }

    void connected(AcdEvent.Connected talk) {
        int caller = (int) talk.contact();
        outcome[caller] = Outcome.ANSWERED;
        waited[caller] = talk.at() - traffic.at[caller];
        agents.answered(agents.number(talk.agent()), talk.at());
    }

    void ended(AcdEvent.ContactEnded end) {
        int caller = (int) end.contact();
        inHouse--;
        if (outcome(caller) != Outcome.STILL_WAITING) {
            return;
        }
        outcome[caller] = end.cause() == ContactEnd.ABANDONED ? Outcome.ABANDONED : Outcome.SENT_AWAY;
        waited[caller] = end.at() - traffic.at[caller];
        overtakes.leaves(caller);
        lengths.change(queueOf(caller), -1, end.at());
    }

    private void joins(int caller, long at) {
        overtakes.waits(caller);
        lengths.change(queueOf(caller), 1, at);
    }

    /** The last moment: who still waits has waited until now. */
    void close(long now) {
        agents.close(now);
        lengths.close(now);
        for (int caller = 0; caller < traffic.size; caller++) {
            if (outcome(caller) == Outcome.STILL_WAITING) {
                waited[caller] = Math.max(0, now - traffic.at[caller]);
            }
        }
    }

    boolean isEmpty() {
        return inHouse == 0;
    }

    Outcome outcome(int caller) {
        return outcome[caller];
    }

    /** To the answer or to the end, in milliseconds. */
    long waited(int caller) {
        return waited[caller];
    }

    /** How often the caller was offered to somebody. */
    int offers(int caller) {
        return offers[caller];
    }

    int queueOf(int caller) {
        return queueOf[traffic.group[caller]];
    }
}
