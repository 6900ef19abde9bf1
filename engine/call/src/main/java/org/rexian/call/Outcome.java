package org.rexian.call;

/** What became of something that an agent or supervisor asked for. */
public sealed interface Outcome {

    /** It is so. */
    record Done() implements Outcome {}

    /** Nothing has changed; {@code reason} says why, in one line. */
    record Refused(String reason) implements Outcome {}

    static Outcome done() {
        return new Done();
    }

    static Outcome refused(String reason) {
        return new Refused(reason);
    }
}
