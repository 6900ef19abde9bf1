package org.rexian.ivr.say;

import java.util.List;
import java.util.stream.Stream;

/** One word of a rule's body or of a form. */
sealed interface Word {

    /** A recorded piece. */
    record Piece(String prompt) implements Word {}

    /** {@code <set}: the value divided by the rule's divisor. */
    record Count(String set) implements Word {}

    /** {@code >set}: what is left of that division. */
    record Rest(String set) implements Word {}

    /** {@code =set}: the same value by another set. */
    record Same(String set) implements Word {}

    /** {@code [a | b]}: {@code a} if something is left, else {@code b}. */
    record IfRest(List<Word> some, List<Word> none) implements Word {}

    /** {@code field:set}: one part of the value, in forms only. */
    record Field(String name, String set) implements Word {}

    /** This word and those inside it. */
    default Stream<Word> all() {
        return switch (this) {
            case IfRest(List<Word> some, List<Word> none) ->
                Stream.concat(some.stream(), none.stream()).flatMap(Word::all);
            case Piece _, Count _, Rest _, Same _, Field _ -> Stream.of(this);
        };
    }

    /** The names of the rule sets that this word leads to. */
    default Stream<String> sets() {
        return switch (this) {
            case Piece _, IfRest _ -> Stream.empty();
            case Count(String set) -> Stream.of(set);
            case Rest(String set) -> Stream.of(set);
            case Same(String set) -> Stream.of(set);
            case Field field -> Stream.of(field.set());
        };
    }
}
