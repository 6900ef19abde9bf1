package org.rexian.server.http;

import org.rexian.call.CallRecord;

/** A call in a list: the record without legs, steps and attributes. Times are milliseconds since the epoch, 0 for never. */
record CallSummary(
        long id,
        String from,
        String to,
        String origin,
        long startedAt,
        long answeredAt,
        long endedAt,
        String cause,
        int sipStatus,
        String outcome,
        String flow,
        String queue,
        String agent,
        long queuedAt,
        long connectedAt,
        long talkEndedAt,
        String recording) {

    static CallSummary of(CallRecord call) {
        return new CallSummary(
                call.id(),
                call.from(),
                call.to(),
                call.origin(),
                call.startedAt(),
                call.answeredAt(),
                call.endedAt(),
                call.cause(),
                call.sipStatus(),
                call.outcome(),
                call.flow(),
                call.queue(),
                call.agent(),
                call.queuedAt(),
                call.connectedAt(),
                call.talkEndedAt(),
                call.recording());
    }
}
