package org.rexian.ivr;

import java.util.Map;

/**
 * What a dialled number leads to.
 *
 * @param language spoken at first
 * @param attributes the number's own, over the hotline's defaults
 */
public record NumberProfile(String flow, String language, Map<String, String> attributes) {
    public NumberProfile {
        attributes = Map.copyOf(attributes);
    }
}
