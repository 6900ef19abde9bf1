package org.rexian.server.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
    static final Key<Optional<String>> PHONE = Key.of(
            "phone",
            Kinds.OPTIONAL_TEXT,
            "",
            "SIP account that rings for the agent; the id where empty; `none` for an agent who works at shared desks"
                    + " alone.");
    static final Key<Optional<Long>> WRAP_UP = Key.of(
            "wrap-up",
            Kinds.optional(Kinds.duration("0", "1h")),
            "",
            "The agent's own time for notes after a talk; the queue's where empty.");
    static final Key<String> SUPERVISES =
            Key.list("supervises", Kinds.TEXT, "", "Teams whose talks the agent may listen to and take over.");
    static final Key<Integer> CHATS =
            Key.of("chats", Kinds.count(0, 50), "1", "Chats that the agent handles at once; 0 for none.");

    static final Table TABLE = Table.listOf(
            "agents", "Who takes calls.", List.of(ID, NAME, TEAM, SKILLS, QUEUES, PHONE, WRAP_UP, SUPERVISES, CHATS));

    private static final String NO_PHONE = "none";

    private AgentTable() {}

    /** Agents, and the account that rings for each who has one. */
    record Agents(List<AgentDefinition> definitions, Map<String, String> phones) {}

    static Agents readAll(List<Section> agents, List<String> accounts) {
        List<AgentDefinition> definitions = new ArrayList<>();
        Map<String, String> phones = new LinkedHashMap<>();
        Map<String, String> agentByPhone = new LinkedHashMap<>();
        for (Section agent : agents) {
            String id = agent.get(ID);
            String phone = agent.get(PHONE).orElse(id);
            if (!phone.equals(NO_PHONE)) {
                checkPhone(agent, phone, accounts, Optional.ofNullable(agentByPhone.putIfAbsent(phone, id)));
                phones.putIfAbsent(id, phone);
            }
            definitions.add(read(agent, id));
        }
        return new Agents(List.copyOf(definitions), Map.copyOf(phones));
    }

    private static AgentDefinition read(Section agent, String id) {
        List<String> queues = new ArrayList<>(agent.list(QUEUES));
        int direct = queues.indexOf(AcdSetup.DIRECT);
        if (direct >= 0) {
            agent.problem(QUEUES, direct, "queues: every agent serves 'direct' anyway", "leave it out");
        } else {
            queues.add(AcdSetup.DIRECT);
        }
        return new AgentDefinition(
                id,
                agent.get(NAME).orElse(id),
                agent.get(TEAM).orElse(""),
                agent.map(SKILLS),
                List.copyOf(queues),
                agent.get(WRAP_UP).map(OptionalLong::of).orElse(OptionalLong.empty()),
                agent.list(SUPERVISES),
                agent.get(CHATS));
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
