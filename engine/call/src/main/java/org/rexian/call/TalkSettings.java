package org.rexian.call;

import java.util.Map;
import java.util.Set;

/**
 * What the operator decides about talks.
 *
 * @param codes what agents press in a talk
 * @param openings what is said at the begin of a talk, by queue; a queue that is not here says nothing
 * @param agentLost what becomes of a caller whose agent's phone died
 * @param directWaitMillis how long a call to one agent waits for that agent
 * @param extendWrapUpMillis by how much a feature code makes wrap-up longer
 * @param autoAnswer accounts whose phones are asked to answer by themselves
 */
public record TalkSettings(
        TalkCodes codes,
        Map<String, OpeningWords> openings,
        AgentLost agentLost,
        long directWaitMillis,
        long extendWrapUpMillis,
        Set<String> autoAnswer) {

    /** What becomes of a caller whose agent's phone died in the middle of a talk. */
    public enum AgentLost {
        /** Back to the head of the queue, with a word of excuse. */
        REQUEUE,
        /** As if the agent had hung up. */
        END
    }

    public TalkSettings {
        openings = Map.copyOf(openings);
        autoAnswer = Set.copyOf(autoAnswer);
    }

    /** Of a fresh installation: no words at the begin, callers of lost agents go back to the head. */
    public static TalkSettings defaults() {
        return new TalkSettings(TalkCodes.defaults(), Map.of(), AgentLost.REQUEUE, 20_000, 60_000, Set.of());
    }

    OpeningWords openingOf(String queue) {
        return openings.getOrDefault(queue, OpeningWords.NONE);
    }
}
