package org.rexian.server.journal;

import java.util.Optional;
import org.rexian.acd.CommandFold;
import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.acd.bytes.Malformed;
import org.rexian.server.acd.RouterListener;

/**
 * A fold over the router's events that survives a restart: a snapshot holds what it writes, and a recovery gives that back and then
 * tells it the events that followed. For the ACD thread, and for the start before there is one.
 */
public interface Keepsake extends RouterListener {

    /** Finds its part of a snapshot; never changes. */
    String name();

    /** Follows the router from where {@link #read} left it, commands included; asked for after that. */
    default Optional<CommandFold> fold() {
        return Optional.empty();
    }

    /** Everything that later events need; begin with the number of the layout. */
    void write(BytesOut out);

    /**
     * Takes what an earlier run wrote.
     *
     * @throws Malformed where that can't be read: this one begins from nothing then, with a warning, and keeps what it had
     */
    void read(BytesIn in) throws Malformed;
}
