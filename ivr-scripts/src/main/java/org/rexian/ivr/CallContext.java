package org.rexian.ivr;

import java.util.Map;

/**
 * What is known of a call when its flow starts.
 *
 * @param dialled the number that the caller dialled, as in hotline.yaml
 * @param caller the caller's number; empty if withheld. From a stranger: only ever data
 * @param attributes facts about this call; they go over the number's and over the hotline's defaults, and names that the hotline does
 *     not declare are left out
 */
public record CallContext(String dialled, String caller, String callId, Map<String, String> attributes) {
    public CallContext {
        attributes = Map.copyOf(attributes);
    }
}
