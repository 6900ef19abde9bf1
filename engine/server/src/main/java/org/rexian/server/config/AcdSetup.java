package org.rexian.server.config;

import java.util.List;
import java.util.Map;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.QueueDefinition;

/**
 * Queues, agents, and how agents say that they are ready.
 *
 * @param phones agent's id to the SIP account that rings for it
 */
public record AcdSetup(
        AcdConfiguration configuration, Map<String, String> phones, FeatureCodeSetup featureCodes, int ring) {

    static final Key<Integer> RING = Key.of(
            "ring",
            Kinds.count(64, 1_048_576),
            "16384",
            "Commands that may wait for the router; beyond that new callers are refused. Rounded up to a power of two.");

    static final Table TABLE = Table.one(
            "acd", "Queues and agents.", List.of(RING), QueueTable.TABLE, AgentTable.TABLE, FeatureCodeSetup.TABLE);

    static AcdSetup read(Section acd, SipConfiguration sip) {
        List<Section> queueSections = acd.sections(QueueTable.TABLE);
        List<QueueDefinition> queues = QueueTable.readAll(queueSections);
        AgentTable.Agents agents = AgentTable.readAll(
                acd.sections(AgentTable.TABLE),
                queues.stream().map(QueueDefinition::name).toList(),
                sip.accounts().stream().map(AccountConfiguration::user).toList());
        AcdConfiguration configuration = new AcdConfiguration(queues, agents.definitions());
        QueueTable.checkRequirements(queueSections, configuration);
        return new AcdSetup(
                configuration,
                agents.phones(),
                FeatureCodeSetup.read(acd.section(FeatureCodeSetup.TABLE)),
                acd.get(RING));
    }
}
