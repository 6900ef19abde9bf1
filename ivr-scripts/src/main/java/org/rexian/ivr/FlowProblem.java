package org.rexian.ivr;

/**
 * One finding of the check.
 *
 * @param file path relative to the hotline's folder
 * @param line from 1; 0 if the finding is about the whole file
 * @param column from 1, counted in characters
 * @param message what is wrong
 * @param hint what would fix it; empty if there is nothing to add
 */
public record FlowProblem(Severity severity, String file, int line, int column, String message, String hint) {

    /** A hotline with an error is not published; a warning is shown and lives. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static FlowProblem error(String file, int line, int column, String message, String hint) {
        return new FlowProblem(Severity.ERROR, file, line, column, message, hint);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code file:line:column: message (hint)}. */
    @Override
    public String toString() {
        String kind = isError() ? "" : "warning: ";
        String tail = hint.isEmpty() ? "" : " (" + hint + ")";
        return file + ":" + line + ":" + column + ": " + kind + message + tail;
    }
}
