package org.rexian.server.config;

/** A text is not a value of its {@link Kind}: what is wrong, and what would fix it. */
final class Unfit extends Exception {

    private static final long serialVersionUID = 1;

    private final String hint;

    Unfit(String what, String hint) {
        super(what);
        this.hint = hint;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    String hint() {
        return hint;
    }
}
