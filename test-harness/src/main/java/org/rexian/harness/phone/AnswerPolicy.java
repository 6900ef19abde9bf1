package org.rexian.harness.phone;

/** What a phone does with a call that comes in. */
public sealed interface AnswerPolicy {

    /** Rings for so long, then answers. */
    record Answer(long afterMillis) implements AnswerPolicy {}

    /** Refuses with a final status: 486, 603. */
    record Refuse(int status) implements AnswerPolicy {}

    /** Rings until the caller gives up. */
    record RingForEver() implements AnswerPolicy {}
}
