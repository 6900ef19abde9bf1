package org.rexian.server.acd;

import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdCore;

/**
 * Keeps the router's commands. Called by the ACD thread alone: each command before it is applied, and at the end of each turn
 * {@link #commit}, before anybody hears what came of it. Never throws: a disk that fails must not stop calls.
 */
public interface CommandLog {

    /** Keeps nothing. */
    CommandLog NONE = new CommandLog() {
        @Override
        public void append(AcdCommand command) {
            // nothing is kept
        }

        @Override
        public void commit() {
            // nothing is kept
        }
    };

    /** The command is about to be applied. */
    void append(AcdCommand command);

    /** What was appended is kept when this returns, as well as the policy asks for. */
    void commit();

    /** A turn is over, everything is told: the place to take a snapshot. */
    default void afterTurn(AcdCore core) {}
}
