package org.rexian.server.journal;

import java.nio.file.Path;

/**
 * How the router's commands are kept.
 *
 * @param snapshotEvery commands between two snapshots at most
 * @param keep snapshots that are kept, with the commands behind the oldest of them
 * @param segmentBytes a segment that has grown past this is full
 */
public record JournalSettings(Path folder, Fsync fsync, int snapshotEvery, int keep, long segmentBytes) {

    /** With segments of the usual size. */
    public JournalSettings(Path folder, Fsync fsync, int snapshotEvery, int keep) {
        this(folder, fsync, snapshotEvery, keep, SegmentLog.ROTATE_BYTES);
    }
}
