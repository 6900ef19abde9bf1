package org.rexian.call;

import java.util.concurrent.CompletableFuture;

/** What an agent does in a talk while the customer waits: a consult, or a transfer to a number outside. One at a time. */
interface Errand {

    /** Who hears whom meanwhile. */
    Scene scene();

    /** The customer hung up, and the talk is over: let go whoever was asked. */
    void customerGone();

    /** The agent's leg is gone. True if the errand sees to the customer from now on. */
    boolean agentGone();

    /** The router refused what the errand asked for. */
    void refused(String reason);

    /** The customer and whoever was asked go on without the agent. */
    CompletableFuture<Outcome> complete();

    /** All three together. */
    CompletableFuture<Outcome> conference();

    /** Back to the customer; whoever was asked is let go. */
    CompletableFuture<Outcome> retrieve();
}
