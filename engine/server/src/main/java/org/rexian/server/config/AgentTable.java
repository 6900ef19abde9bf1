package org.rexian.server.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rexian.acd.AcdConfiguration.AgentDefinition;

/** The list {@code acd.agents}. */
final class AgentTable {

    static final Key<String> ID = Key.required("id", Kinds.NAME_KIND, "1001", "What the agent is called everywhere.");
    static final Key<Optional<String>> NAME =
            Key.of("name", Kinds.OPTIONAL_TEXT, "", "The agent's name for people; the id where empty.");
    static final Key<Optional<String>> TEAM =
            Key.of("team", Kinds.OPTIONAL_TEXT, "", "Team, for requirements and reports.");
    static final Key<Integer> SKILLS =
            Key.map("skills", Kinds.count(1, 10), "Skill to level, 1 (a little) to 10 (best).");
    static final Key<String> QUEUES = Key.list("queues", Kinds.NAME_KIND, "", "Queues that the agent serves.");
    static final Key<Optional<String>> PHONE =
            Key.of("phone", Kinds.OPTIONAL_TEXT, "", "SIP account that rings for the agent; the id where empty.");

    static final Table TABLE =
            Table.listOf("agents", "Who takes calls.", List.of(ID, NAME, TEAM, SKILLS, QUEUES, PHONE));

    private AgentTable() {}

    /** Agents, and the account that rings for each. */
    record Agents(List<AgentDefinition> definitions, Map<String, String> phones) {}

    static Agents readAll(List<Section> agents, List<String> queues, List<String> accounts) {
        List<AgentDefinition> definitions = new ArrayList<>();
        Map<String, String> phones = new LinkedHashMap<>();
        Map<String, String> agentByPhone = new LinkedHashMap<>();
        for (Section agent : agents) {
            String id = agent.get(ID);
            String phone = agent.get(PHONE).orElse(id);
            checkQueues(agent, queues);
            if (agent.has(ID) && phones.putIfAbsent(id, phone) != null) {
                agent.problem(ID, "id: there is another agent '" + id + "'", "");
            }
            checkPhone(agent, phone, accounts, Optional.ofNullable(agentByPhone.putIfAbsent(phone, id)));
            definitions.add(new AgentDefinition(
                    id, agent.get(NAME).orElse(id), agent.get(TEAM).orElse(""), agent.map(SKILLS), agent.list(QUEUES)));
        }
        return new Agents(List.copyOf(definitions), Map.copyOf(phones));
    }

    private static void checkQueues(Section agent, List<String> queues) {
        List<String> served = agent.list(QUEUES);
        for (int i = 0; i < served.size(); i++) {
            if (!queues.contains(served.get(i))) {
                agent.problem(
                        QUEUES,
                        i,
                        "queues: there is no queue '" + served.get(i) + "'",
                        Spelling.hint(served.get(i), queues));
            }
        }
    }

    private static void checkPhone(Section agent, String phone, List<String> accounts, Optional<String> otherAgent) {
        if (!agent.has(ID) && !agent.has(PHONE)) {
            return;
        }
        Key<?> at = agent.has(PHONE) ? PHONE : ID;
        if (!accounts.contains(phone)) {
            String hint = Spelling.nearest(phone, accounts)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("add an account to sip.accounts, or name one as  phone: ACCOUNT");
            agent.problem(at, "phone: there is no SIP account '" + phone + "'", hint);
        }
        otherAgent.ifPresent(other ->
                agent.problem(at, "phone: account '" + phone + "' already rings for agent '" + other + "'", ""));
    }
}
