package org.rexian.server.journal;

import java.util.List;
import java.util.Optional;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdCore;

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
        List<Keepsake> keepsakes) {}
