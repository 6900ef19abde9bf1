package org.rexian.call;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is said at the begin of a queue's talks.
 *
 * @param queue whispered first to the agent: the queue's name
 * @param customerDigits how many of the caller's last digits are whispered, 0 for none
 * @param classes whispered for a customer of that class
 * @param agentNumber whether the caller is told the agent's number (工号播报)
 */
public record OpeningWords(Optional<Path> queue, int customerDigits, Map<String, Path> classes, boolean agentNumber) {

    /** Straight to the talk. */
    public static final OpeningWords NONE = new OpeningWords(Optional.empty(), 0, Map.of(), false);

    public OpeningWords {
        classes = Map.copyOf(classes);
    }
}
