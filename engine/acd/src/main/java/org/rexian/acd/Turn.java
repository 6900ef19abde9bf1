package org.rexian.acd;

import java.util.function.Consumer;

/** The command in hand: its time, and where its events go. One object that every part of the router shares. */
final class Turn {

    private long now = Long.MIN_VALUE;
    private Consumer<AcdEvent> events = event -> {};

    long now() {
        return now;
    }

    void begin(long at, Consumer<AcdEvent> listener) {
        now = at;
        events = listener;
    }

    void emit(AcdEvent event) {
        events.accept(event);
    }
}
