package org.rexian.server;

import java.util.List;
import java.util.Map;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdCore;
import org.rexian.acd.ContactKind;
import org.rexian.acd.QueueDefinition;
import org.rexian.server.statistics.HalfHours;

/** A small floor for tests: one queue, agents ann and bob. */
public final class FloorPlan {

    private FloorPlan() {}

    public static AcdConfiguration configuration() {
        return new AcdConfiguration(
                List.of(QueueDefinition.named("service")
                        .agentChoice(AcdConfiguration.AgentChoice.LONGEST_IDLE)
                        .ringMillis(20_000)
                        .build()),
                List.of(agent("ann", "Ann"), agent("bob", "王伟")));
    }

    private static AcdConfiguration.AgentDefinition agent(String id, String name) {
        return new AcdConfiguration.AgentDefinition(id, name, "day", Map.of("lang.zh", 5), List.of("service"));
    }

    /** A router that these half hours follow. */
    public static AcdCore core(HalfHours halfHours) {
        AcdCore core = new AcdCore();
        core.follow(halfHours.fold());
        return core;
    }

    public static AcdCommand enqueue(long at, long contact) {
        return new AcdCommand.Enqueue(at, contact, ContactKind.VOICE, "service", "", "", 0, Map.of());
    }
}
