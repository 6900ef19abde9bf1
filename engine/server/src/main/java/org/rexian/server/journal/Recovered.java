package org.rexian.server.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AgentView;

/**
 * The router as it was when the engine stopped, however it stopped.
 *
 * @param sequence of the last command, 0 for none
 * @param lastAt its time, 0 for none
 * @param configuration the one that was told last
 * @param snapshotSequence where the snapshot stood from which it began, 0 for none
 * @param keepsakes what was restored beside the router, and goes into the next snapshots
 */
public record Recovered(
        AcdCore core,
        long sequence,
        long lastAt,
        Optional<AcdConfiguration> configuration,
        long snapshotSequence,
        List<Keepsake> keepsakes) {

    /** Agents who sit at shared desks: agent to account. Before the router's thread is started. */
    public Map<String, String> seated() {
        return core.agents().stream()
                .filter(agent -> !agent.desk().isEmpty())
                .collect(Collectors.toMap(AgentView::id, AgentView::desk));
    }
}
