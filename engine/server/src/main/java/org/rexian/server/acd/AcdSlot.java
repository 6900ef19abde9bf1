package org.rexian.server.acd;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AcdEvent;

/** A place in the ring, filled again and again: a command with who wants its outcome, or a question to the router. */
final class AcdSlot {

    @Nullable
    AcdCommand command;

    @Nullable
    CompletableFuture<List<AcdEvent>> outcome;

    @Nullable
    Consumer<AcdCore> question;

    void fill(AcdSlot other) {
        command = other.command;
        outcome = other.outcome;
        question = other.question;
    }

    void clear() {
        command = null;
        outcome = null;
        question = null;
    }

    static AcdSlot of(AcdCommand command) {
        AcdSlot slot = new AcdSlot();
        slot.command = command;
        return slot;
    }
}
