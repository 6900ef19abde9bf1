package org.rexian.call;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Where a talk's recording goes: one folder a day (UTC), one file a call. */
final class RecordingPath {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);

    private RecordingPath() {}

    static Path of(Path folder, long callId, long nowMillis) {
        return folder.resolve(DAY.format(Instant.ofEpochMilli(nowMillis))).resolve(callId + ".wav");
    }
}
