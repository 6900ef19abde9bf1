package org.rexian.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.ConfigurationCheck;
import org.rexian.acd.QueueDefinition;
import org.rexian.call.FeatureCodes;
import org.rexian.server.journal.JournalSettings;

/**
 * Queues, agents, and how agents say that they are ready.
 *
 * @param configuration for the router; its last queue is {@link #DIRECT}
 * @param phones agent's id to the SIP account that rings for it, of those who have one
 * @param desks SIP accounts of no agent's own, at which any agent may sign in
 */
public record AcdSetup(
        AcdConfiguration configuration,
        Map<String, String> phones,
        List<String> desks,
        FeatureCodes featureCodes,
        int ring,
        JournalSettings journal) {

    /** The queue that is always there and that every agent serves: for consults and calls to one agent. */
    public static final String DIRECT = "direct";

    static final Key<String> DESKS = Key.list(
            "desks",
            Kinds.NAME_KIND,
            "",
            "SIP accounts of shared desks: no agent's own phone; an agent signs in there and is rung there until"
                    + " signing out.");
    static final Key<Integer> RING = Key.of(
            "ring",
            Kinds.count(64, 1_048_576),
            "16384",
            "Commands that may wait for the router; beyond that new callers are refused. Rounded up to a power of"
                    + " two.");

    static final Table TABLE = Table.one(
            "acd",
            "Queues and agents.",
            List.of(DESKS, RING),
            QueueTable.TABLE,
            AgentTable.TABLE,
            RoutingTable.TABLE,
            FeatureCodeSetup.TABLE,
            JournalTable.TABLE);

    static AcdSetup read(Section acd, SipConfiguration sip, Path data) {
        List<String> accounts =
                sip.accounts().stream().map(AccountConfiguration::user).toList();
        List<QueueDefinition> queues = new ArrayList<>(QueueTable.readAll(acd.sections(QueueTable.TABLE)));
        queues.add(direct());
        AgentTable.Agents agents = AgentTable.readAll(acd.sections(AgentTable.TABLE), accounts);
        AcdConfiguration configuration = new AcdConfiguration(
                List.copyOf(queues), agents.definitions(), RoutingTable.read(acd.section(RoutingTable.TABLE)));
        ConfigurationCheck.problemsOf(configuration).stream()
                .filter(problem -> !problem.where().equals("queue " + DIRECT))
                .forEach(acd::report);
        return new AcdSetup(
                configuration,
                agents.phones(),
                desks(acd, accounts, agents.phones()),
                FeatureCodeSetup.read(acd.section(FeatureCodeSetup.TABLE)),
                acd.get(RING),
                JournalTable.read(acd.section(JournalTable.TABLE), data));
    }

    static QueueDefinition direct() {
        return QueueDefinition.named(DIRECT)
                .agentChoice(AgentChoice.LONGEST_IDLE)
                .ringMillis(20_000)
                .build();
    }

    private static List<String> desks(Section acd, List<String> accounts, Map<String, String> phones) {
        List<String> desks = acd.list(DESKS);
        for (int i = 0; i < desks.size(); i++) {
            String desk = desks.get(i);
            if (!accounts.contains(desk)) {
                acd.problem(DESKS, i, "desks: there is no SIP account '" + desk + "'", Spelling.hint(desk, accounts));
            }
            if (phones.containsValue(desk)) {
                acd.problem(DESKS, i, "desks: '" + desk + "' is an agent's own phone", "give the desk another account");
            }
            if (desks.indexOf(desk) < i) {
                acd.problem(DESKS, i, "desks: '" + desk + "' stands here twice", "keep one of them");
            }
        }
        return desks;
    }

    /** The queues of the file: all but {@link #DIRECT}. */
    public List<QueueDefinition> ownQueues() {
        return configuration.queues().stream()
                .filter(queue -> !queue.name().equals(DIRECT))
                .toList();
    }
}
