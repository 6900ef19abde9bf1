package org.rexian.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rexian.call.CallRecord.Happening;
import org.rexian.call.CallRecord.LegRecord;
import org.rexian.call.CallRecord.StepRecord;

/** A call's record as it comes about; {@link #complete} once, when the call is over. */
final class RecordDraft {

    /** A flow that loops for hours must not grow without end: later steps are counted, not kept. */
    private static final int MAX_STEPS = 500;

    private static final int MAX_HAPPENINGS = 200;

    private final long id;
    private final String sipCallId;
    private final String origin;
    private final String from;
    private String to;
    private final long startedAt;
    private final List<LegRecord> legs = new ArrayList<>();
    private final List<StepRecord> steps = new ArrayList<>();
    private final List<Happening> story = new ArrayList<>();
    private final Map<String, String> attributes = new HashMap<>();
    private String flow = "";
    private String flowVersion = "";
    private String queue = "";
    private String agent = "";
    private String outcome = "";
    private String recording = "";
    private long answeredAt;
    private long queuedAt;
    private long connectedAt;
    private long talkEndedAt;
    private int stepsNotKept;
    private int talks;

    RecordDraft(long id, String sipCallId, String origin, String from, String to, long startedAt) {
        this.id = id;
        this.sipCallId = sipCallId;
        this.origin = origin;
        this.from = from;
        this.to = to;
        this.startedAt = startedAt;
    }

    /** Whom we dial, where that is found out later than the record begins. */
    void calls(String number) {
        to = number;
    }

    void answered(long at) {
        answeredAt = at;
    }

    void step(long at, String inFlow, String version, String step) {
        if (flow.isEmpty()) {
            flow = inFlow;
            flowVersion = version;
        }
        if (steps.size() < MAX_STEPS) {
            steps.add(new StepRecord(at, inFlow, step));
        } else {
            stepsNotKept++;
        }
    }

    void queued(long at, String name) {
        queue = name;
        queuedAt = at;
    }

    void attributes(Map<String, String> more) {
        attributes.putAll(more);
    }

    void connected(long at, String withAgent, String fromQueue) {
        agent = withAgent;
        queue = fromQueue;
        connectedAt = at;
        talkEndedAt = 0;
        talks++;
        happened(at, "connected", withAgent, fromQueue);
    }

    /** The talk goes on with another agent. */
    void goesOnWith(String nextAgent) {
        agent = nextAgent;
    }

    String agent() {
        return agent;
    }

    /** Entry into the queue that the flow chose. */
    long queuedAt() {
        return queuedAt;
    }

    /** Talks so far. */
    int talks() {
        return talks;
    }

    /** The agent sent the caller to the survey. */
    void survey() {
        attributes.put("survey", "sent");
    }

    /** Something that the call's story needs: who did it, and whom or what with. */
    void happened(long at, String what, String who, String with) {
        if (story.size() < MAX_HAPPENINGS) {
            story.add(new Happening(at, what, who, with));
        }
    }

    void talkEnded(long at) {
        if (connectedAt > 0 && talkEndedAt == 0) {
            talkEndedAt = at;
        }
    }

    void recording(String file) {
        recording = file;
    }

    void outcome(String what) {
        outcome = what;
    }

    void leg(LegRecord leg) {
        legs.add(leg);
    }

    boolean everAnswered() {
        return answeredAt > 0;
    }

    CallRecord complete(long endedAt, String cause, int sipStatus) {
        if (stepsNotKept > 0) {
            attributes.put("steps-not-kept", Integer.toString(stepsNotKept));
        }
        legs.sort(Comparator.comparingLong(LegRecord::startedAt)); // they came as they closed
        return new CallRecord(
                id,
                sipCallId,
                origin,
                from,
                to,
                startedAt,
                answeredAt,
                endedAt,
                cause,
                sipStatus,
                outcome,
                flow,
                flowVersion,
                queue,
                agent,
                queuedAt,
                connectedAt,
                talkEndedAt,
                recording,
                List.copyOf(legs),
                List.copyOf(steps),
                List.copyOf(story),
                Map.copyOf(attributes));
    }
}
