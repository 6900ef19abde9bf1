package org.rexian.acd;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the last ready agents of a kind for the contacts that only they can serve (trunk reservation). An agent under a
 * reserve that keeps stands among the ready of those classes alone; when one more becomes ready, all of them are there
 * for everybody again.
 */
final class Reservations {

    final List<Reserve> reserves = new ArrayList<>();

    /** Takes new rules; agents learn theirs by {@link #learn}. */
    void replace(List<Reserve> replacement) {
        reserves.clear();
        reserves.addAll(replacement);
    }

    void learn(Agent agent) {
        agent.reserves.clear();
        for (Reserve reserve : reserves) {
            if (reserve.agents.matches(agent)) {
                agent.reserves.add(reserve);
            }
        }
    }

    /** The agent counts as ready. Answers who is kept no more because of that, itself left out. */
    List<Agent> arrived(Agent agent) {
        List<Agent> released = new ArrayList<>(0);
        for (Reserve reserve : agent.reserves) {
            reserve.ready.add(agent);
            if (reserve.ready.size() == reserve.rule.keep() + 1) {
                for (Agent other : reserve.ready) {
                    if (!other.equals(agent) && !released.contains(other)) {
                        released.add(other);
                    }
                }
            }
        }
        return released;
    }

    /** The agent is ready no more. Those who are kept because of that are listed anew. */
    void left(Agent agent, long now) {
        for (Reserve reserve : agent.reserves) {
            if (reserve.ready.remove(agent) && reserve.ready.size() == reserve.rule.keep()) {
                for (Agent other : reserve.ready) {
                    relist(other, now);
                }
            }
        }
    }

    /** Puts a ready agent in the places where it may be now. */
    void relist(Agent agent, long now) {
        if (agent.isListed()) {
            agent.unlist();
            agent.list(now);
        }
    }
}
