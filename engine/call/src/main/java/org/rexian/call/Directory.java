package org.rexian.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rexian.acd.Dialling;

/**
 * What can be reached from a talk, and how a number is understood: an agent's id, then a queue's dial code, then a queue's name, and
 * last a number outside, if calls may go there.
 *
 * @param queueByDial digits that stand for a queue, for phones without letters
 * @param outside the way out; empty where nobody may be transferred or consulted outside
 * @param direct the queue in which all agents are, for calls to one of them by name
 */
public record Directory(
        List<String> queues, Map<String, String> queueByDial, Optional<Outside> outside, String direct) {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{2,24}");

    /**
     * A trunk for calls that we make.
     *
     * @param host host of the URI that is dialled, with a port where it has one
     * @param from number that the called party sees, empty for the caller's own
     * @param ringMillis how long a number outside is rung
     */
    public record Outside(String trunk, String host, String from, long ringMillis, CallbackTerms callbacks) {}

    /** For callers who ask to be called back: for how long, how often, and how long between two tries. */
    public record CallbackTerms(long windowMillis, int tries, long retryMillis) {
        /** A day, three tries, five minutes. */
        public static final CallbackTerms USUAL = new CallbackTerms(86_400_000, 3, 300_000);
    }

    /** No queue but by name, nothing outside. */
    public static Directory of(List<String> queues) {
        return new Directory(queues, Map.of(), Optional.empty(), "direct");
    }

    Optional<Destination> find(String dialled, AgentDirectory agents) {
        if (agents.knows(dialled)) {
            return Optional.of(new Destination.Agent(dialled));
        }
        String queue = queueByDial.getOrDefault(dialled, dialled);
        if (queues.contains(queue)) {
            return Optional.of(new Destination.Queue(queue));
        }
        return outside.isPresent() && NUMBER.matcher(dialled).matches()
                ? Optional.of(new Destination.Outside(dialled))
                : Optional.empty();
    }

    /** How a caller is called back; empty where the number can't be dialled, or nothing outside can. */
    Optional<Dialling> callback(String number, long now) {
        return outside.filter(_ -> NUMBER.matcher(number).matches()).map(way -> {
            CallbackTerms terms = way.callbacks();
            return new Dialling(number, now, now + terms.windowMillis(), terms.tries(), terms.retryMillis());
        });
    }

    /** The queue of a name or dial code. */
    Optional<String> queue(String dialled) {
        String queue = queueByDial.getOrDefault(dialled, dialled);
        return queues.contains(queue) ? Optional.of(queue) : Optional.empty();
    }
}
