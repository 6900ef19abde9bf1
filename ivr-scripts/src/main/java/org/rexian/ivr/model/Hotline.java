package org.rexian.ivr.model;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.rexian.ivr.yaml.At;

/**
 * The file {@code hotline.yaml}.
 *
 * @param languages the first is the default; never empty
 * @param attributes name → default
 * @param numbers dialled number, or {@code *}
 */
public record Hotline(
        String name,
        List<String> languages,
        ZoneId zone,
        Map<String, String> attributes,
        Map<String, Dialled> numbers,
        List<String> queues,
        List<String> skills) {

    /** What a dialled number leads to. */
    public record Dialled(String flow, At flowAt, String language, Map<String, String> attributes) {}
}
