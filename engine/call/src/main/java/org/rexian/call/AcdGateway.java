package org.rexian.call;

import org.rexian.acd.AcdCommand;

/** The way from calls to the router. Thread-safe, never blocks; what the router decides comes back as events on the call loop. */
public interface AcdGateway {

    /**
     * Hands a command to the router's thread. Under overload an {@link AcdCommand.Enqueue} may be refused ({@code false});
     * every other command is taken always, since a lost {@code Abandon} would leave a contact behind.
     */
    boolean send(AcdCommand command);
}
