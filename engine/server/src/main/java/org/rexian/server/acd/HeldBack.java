package org.rexian.server.acd;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.rexian.acd.AcdEvent;

/**
 * What came of the commands of a turn, until they are kept. Told before, an event could have been acted on (a phone rings, a caller
 * hears a position) by a router that knows nothing of it after a crash. For the ACD thread.
 */
final class HeldBack {

    private record Outcome(CompletableFuture<List<AcdEvent>> future, List<AcdEvent> events) {}

    private final List<AcdEvent> events = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    int size() {
        return events.size();
    }

    void add(AcdEvent event) {
        events.add(event);
    }

    /** Somebody waits for the events from this one on. */
    void complete(CompletableFuture<List<AcdEvent>> future, int from) {
        outcomes.add(new Outcome(future, List.copyOf(events.subList(from, events.size()))));
    }

    /** Tells everybody; whether there was anything to tell. */
    boolean release(Consumer<AcdEvent> to) {
        boolean some = !events.isEmpty();
        events.forEach(to);
        events.clear();
        for (Outcome outcome : outcomes) {
            outcome.future.complete(outcome.events);
        }
        outcomes.clear();
        return some;
    }
}
