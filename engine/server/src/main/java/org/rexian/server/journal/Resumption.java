package org.rexian.server.journal;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AgentState;
import org.rexian.acd.AgentView;
import org.rexian.acd.ContactView;
import org.rexian.server.acd.AcdRing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a restart means to the router, as commands like any other, put in front of its ring before that is started: phones that
 * register are not there yet, the calls are gone, and the configuration may be another. All of it at the time of the last command:
 * at the present time whatever fell due meanwhile would happen first, and a phone that rang would have rung out. Agents keep their
 * state otherwise, and callbacks that wait go on waiting.
 */
public final class Resumption {

    private static final Logger log = LoggerFactory.getLogger(Resumption.class);

    private Resumption() {}

    /**
     * Sends what follows from a restart.
     *
     * @param phones agent's id to the account of its own phone
     * @param registering accounts of phones that are there only once they have registered
     */
    public static void resume(
            AcdRing ring,
            Recovered recovered,
            AcdConfiguration configured,
            Map<String, String> phones,
            Set<String> registering,
            LongSupplier clock) {
        if (recovered.sequence() == 0) {
            ring.send(new AcdCommand.Configure(clock.getAsLong(), configured));
            return;
        }
        long at = recovered.lastAt();
        List<AgentView> agents = recovered.core().agents();
        Set<String> away = new HashSet<>();
        for (AgentView agent : readyFirst(agents)) {
            String account = agent.desk().isEmpty() ? phones.getOrDefault(agent.id(), "") : agent.desk();
            if (registering.contains(account)) {
                away.add(agent.id());
                ring.send(new AcdCommand.Reachable(at, agent.id(), false));
            }
        }
        List<ContactView> contacts = recovered.core().contacts();
        contacts.stream()
                .sorted(Comparator.comparing(contact -> busy(contact, away)))
                .forEach(contact -> ring.send(new AcdCommand.CallLost(at, contact.id())));
        boolean another = !recovered.configuration().equals(Optional.of(configured));
        if (another) {
            ring.send(new AcdCommand.Configure(at, configured));
        }
        long signedIn = agents.stream()
                .filter(agent -> agent.state() != AgentState.SIGNED_OUT)
                .count();
        log.info(
                "{} agents are signed in as before; {} contacts were in queues and talks, whose calls end with cause"
                        + " engine-restart while callbacks stay in line{}",
                signedIn,
                contacts.size(),
                another ? "; the configuration has changed meanwhile" : "");
    }

    /** Those who keep an agent busy come last, or the agent would be offered one of the others. */
    private static boolean busy(ContactView contact, Set<String> away) {
        return contact.agent().isPresent() && !away.contains(contact.agent().get());
    }

    /** Else a contact that comes back from one phone would be offered to the next. */
    private static List<AgentView> readyFirst(List<AgentView> agents) {
        return agents.stream()
                .sorted(Comparator.comparing(agent -> agent.state() != AgentState.READY))
                .toList();
    }
}
