package org.rexian.acd;

/**
 * Follows the router command by command, on its thread and before anybody else hears of an event; what it knows is a function of the log
 * alone, as the router's own state is. For each command {@link #begin}, {@link #see} with each event, {@link #end}. It must not throw.
 */
public interface CommandFold {

    /** Follows nothing. */
    CommandFold NONE = new CommandFold() {
        @Override
        public void begin(AcdCommand command) {
            // nothing is followed
        }

        @Override
        public void see(AcdEvent event) {
            // nothing is followed
        }

        @Override
        public void end() {
            // nothing is followed
        }
    };

    /** The router is about to be given this command. */
    void begin(AcdCommand command);

    /** The router said this of it. */
    void see(AcdEvent event);

    /** The router has said everything of it. */
    void end();
}
