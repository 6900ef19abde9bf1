package org.rexian.server.storage;

import java.util.List;
import java.util.Map;
import org.rexian.call.CallRecord;

/** Call records for tests, of the size that a call through menu, queue and agent has. */
public final class Records {

    private static final long DAY = 1_780_000_000_000L;

    private Records() {}

    public static CallRecord call(long id) {
        return call(id, "138000" + id % 1000, "service", "ann");
    }

    public static CallRecord call(long id, String from, String queue, String agent) {
        long at = DAY + id * 1000;
        return new CallRecord(
                id,
                "c" + id + "@192.0.2.1",
                "carrier",
                from,
                "10060",
                at,
                at + 20,
                at + 60_000,
                "caller-hangup",
                200,
                "",
                "main",
                "v1",
                queue,
                agent,
                at + 9_000,
                at + 12_000,
                at + 60_000,
                "recordings/" + id + ".wav",
                List.of(leg("caller", at), leg("agent", at + 9_000)),
                List.of(
                        new CallRecord.StepRecord(at + 20, "main", "welcome"),
                        new CallRecord.StepRecord(at + 4_000, "main", "menu"),
                        new CallRecord.StepRecord(at + 9_000, "main", "agent")),
                List.of(
                        new CallRecord.Happening(at + 12_000, "connected", "1001", "service"),
                        new CallRecord.Happening(at + 30_000, "hold", "1001", "")),
                Map.of("language", "zh-CN", "choice", "1"));
    }

    private static CallRecord.LegRecord leg(String role, long at) {
        return new CallRecord.LegRecord(
                role,
                "sip:x@192.0.2.7",
                "l" + at,
                at,
                at + 20,
                at + 50_000,
                "bye",
                200,
                "PCMU",
                2500,
                2499,
                1,
                0.7,
                4.3);
    }
}
