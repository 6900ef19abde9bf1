package org.rexian.server;

/** The engine can't start, and why in words for the operator: a port that is taken, a folder that can't be written. */
public final class CannotStart extends Exception {

    private static final long serialVersionUID = 1;

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }

    /** For the operator. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
