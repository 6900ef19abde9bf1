package org.rexian.server.config;

/**
 * What the text of a value must look like.
 *
 * @param <T> what it becomes
 */
final class Kind<T> {

    /** Reads the text, or says why it can't. */
    interface Parser<T> {
        T parse(String text) throws Unfit;
    }

    private final String form;
    private final Parser<T> parser;

    Kind(String form, Parser<T> parser) {
        this.form = form;
        this.parser = parser;
    }

    /** For the reference page: form, unit and range, in a few words. */
    String form() {
        return form;
    }

    T parse(String text) throws Unfit {
        return parser.parse(text);
    }

    /** The same, but empty text is allowed and gives {@code none}. */
    Kind<T> or(T none) {
        return new Kind<>(form, text -> text.isEmpty() ? none : parser.parse(text));
    }
}
