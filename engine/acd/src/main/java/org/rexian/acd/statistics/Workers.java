package org.rexian.acd.statistics;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentState;

/** What agents' events count. */
final class Workers {

    private final Books books;

    /** By id; agents who were taken out of the configuration stay until they sign out. */
    private final Map<String, Worker> byId = new TreeMap<>();

    Workers(Books books) {
        this.books = books;
    }

    /** Everything before must be settled. */
    void configured(AcdConfiguration configuration, long at) {
        Set<String> kept = new HashSet<>();
        for (AgentDefinition agent : configuration.agents()) {
            kept.add(agent.id());
            Worker worker = byId.get(agent.id());
            if (worker == null) {
                add(agent.id(), agent.team(), at);
            } else {
                worker.dismissed = false;
                worker.moveTo(books.row(By.TEAM, agent.team()));
            }
        }
        byId.values().forEach(worker -> worker.dismissed = !kept.contains(worker.id));
        byId.values().removeIf(worker -> worker.dismissed && worker.state == AgentState.SIGNED_OUT);
    }

    Worker add(String id, String team, long at) {
        Worker worker = new Worker(id, books.site, books.row(By.AGENT, id), books.row(By.TEAM, team), at);
        byId.put(id, worker);
        return worker;
    }

    /** The agent; one whom no configuration ever named belongs to no team. */
    Worker of(String id, long at) {
        Worker known = byId.get(id);
        return known != null ? known : add(id, "", at);
    }

    void changed(AcdEvent.AgentStateChanged e) {
        Worker worker = of(e.agent(), e.at());
        worker.settle(e.at());
        worker.state = e.to();
        if (worker.dismissed && e.to() == AgentState.SIGNED_OUT) {
            byId.remove(worker.id);
        }
    }

    void settle(long at) {
        byId.values().forEach(worker -> worker.settle(at));
    }

    Iterable<Worker> all() {
        return byId.values();
    }
}
