package org.rexian.call;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The account of one INVITE that reached us, complete when it is written. Times are milliseconds since the epoch, 0
 * where the thing did not happen.
 *
 * @param id unique and ascending in time
 * @param sipCallId Call-ID of the incoming leg
 * @param origin name of the trunk or of the agent's account that called, empty where it was refused as unknown
 * @param from caller's number as presented, text from a stranger
 * @param to number that was dialled
 * @param cause how the call ended: {@code caller-hangup}, {@code agent-hangup}, {@code flow-end}, {@code abandoned},
 *     {@code cancelled}, {@code rejected}, {@code failed}, {@code shutdown}
 * @param sipStatus final status of the incoming INVITE, 200 where it was answered
 * @param outcome what the flow says it was, for example {@code self-service}, empty where it says nothing
 * @param flow flow that took the call, empty where none did
 * @param queue last queue, empty for none
 * @param agent agent who talked last, empty for none
 * @param queuedAt entry into the (last) queue
 * @param connectedAt begin of the (last) talk
 * @param talkEndedAt its end
 * @param story what happened in the talks, in order
 */
public record CallRecord(
        long id,
        String sipCallId,
        String origin,
        String from,
        String to,
        long startedAt,
        long answeredAt,
        long endedAt,
        String cause,
        int sipStatus,
        String outcome,
        String flow,
        String flowVersion,
        String queue,
        String agent,
        long queuedAt,
        long connectedAt,
        long talkEndedAt,
        String recording,
        List<LegRecord> legs,
        List<StepRecord> steps,
        List<Happening> story,
        Map<String, String> attributes) {

    /** A record that an earlier version wrote to a file has no story. */
    public CallRecord {
        story = Objects.requireNonNullElse(story, List.of());
    }

    /** One leg: the caller's, or one that rang an agent. {@code mos} is 0 where no audio was received. */
    public record LegRecord(
            String role,
            String address,
            String sipCallId,
            long startedAt,
            long answeredAt,
            long endedAt,
            String cause,
            int sipStatus,
            String codec,
            long packetsSent,
            long packetsReceived,
            long packetsLost,
            double jitterMillis,
            double mos) {}

    /**
     * Something that happened in the talks of a call: {@code connected}, {@code hold}, {@code transferred}, {@code consult},
     * {@code conference}, {@code supervisor-listens} and so on.
     *
     * @param who agent or supervisor who did it
     * @param with agent, queue or number that it was done with, empty for none
     */
    public record Happening(long at, String what, String who, String with) {}

    /** A step of the flow, when it was entered. */
    public record StepRecord(long at, String flow, String step) {}
}
