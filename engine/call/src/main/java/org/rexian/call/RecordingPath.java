package org.rexian.call;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Where a talk's recording goes: one folder a day (UTC), one file a talk: a transferred call has several. */
final class RecordingPath {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);

    private RecordingPath() {}

    static Path of(Path folder, long callId, int part, long nowMillis) {
        String name = part <= 1 ? Long.toString(callId) : callId + "-" + part;
        return folder.resolve(DAY.format(Instant.ofEpochMilli(nowMillis))).resolve(name + ".wav");
    }
}
