package org.rexian.call;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.rexian.acd.ContactKind;
import org.rexian.acd.Dialling;

/**
 * What agents and supervisors can do with talks, for desktops: the same functions as by their phones' keys. Any thread; the outcome
 * comes when it is known on the call loop, or the router has spoken.
 */
public interface CallControl {

    /** The caller hears music until {@link #resume}. */
    CompletableFuture<Outcome> hold(String agent);

    CompletableFuture<Outcome> resume(String agent);

    /** Sends the caller on to an agent, a queue or a number outside. */
    CompletableFuture<Outcome> transfer(String agent, String to);

    /** Asks an agent, a queue or a number outside, while the caller holds. */
    CompletableFuture<Outcome> consult(String agent, String to);

    /** Leaves the caller to whoever is being consulted. */
    CompletableFuture<Outcome> complete(String agent);

    /** Takes the caller into the consult: all three hear each other. */
    CompletableFuture<Outcome> conference(String agent);

    /** Back to the caller; whoever is being consulted or rung is let go. */
    CompletableFuture<Outcome> retrieve(String agent);

    /** The agent hangs up, and the flow goes on with the caller, where a survey may follow. */
    CompletableFuture<Outcome> survey(String agent);

    /**
     * Rings the supervisor's phone and, when it is answered, joins it to the agent's talk; one who is there already only changes the
     * way of it.
     */
    CompletableFuture<Outcome> supervise(String supervisor, String agent, SupervisionMode mode);

    /** The supervisor takes the caller over from the agent: at once if the supervisor listens, else when that phone is answered. */
    CompletableFuture<Outcome> takeOver(String supervisor, String agent);

    /** Asks the queue to call somebody: an agent is found first, then the number is dialled. */
    CompletableFuture<Outcome> requestCallback(
            String queue, Dialling dialling, ContactKind kind, int priority, Map<String, String> attributes);
}
