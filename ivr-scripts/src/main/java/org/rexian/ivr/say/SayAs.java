package org.rexian.ivr.say;

import java.util.List;
import java.util.Set;

/** Turns a value into names of recorded prompts. Pure and thread-safe. */
public interface SayAs {

    /**
     * The prompts to play, in order. What can't be spoken (letters in {@code DIGITS}, no number in {@code NUMBER}) is left
     * out; the list may then be empty. Never throws on the value.
     *
     * @param value text of digits for {@code DIGITS}; decimal text of a {@code long} for {@code NUMBER}
     * @param language one of {@link #languages()}
     */
    List<String> promptNames(SayKind kind, String value, String language);

    /** Every prompt that {@link #promptNames} can answer with, so that the check finds a missing recording. */
    Set<String> vocabulary(SayKind kind, String language);

    /** Languages that can be spoken, for example {@code zh-CN}, {@code en}. */
    Set<String> languages();
}
