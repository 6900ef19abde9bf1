package org.rexian.acd;

/**
 * Something wrong with an {@link AcdConfiguration}: {@code where} names the entry, such as {@code queue sales} or
 * {@code agent 1001}. An error keeps the whole configuration out; a warning does not.
 */
public record ConfigurationProblem(Severity severity, String where, String message, String hint) {

    /** How bad it is. */
    public enum Severity {
        ERROR,
        WARNING
    }

    static ConfigurationProblem error(String where, String message, String hint) {
        return new ConfigurationProblem(Severity.ERROR, where, message, hint);
    }

    static ConfigurationProblem warning(String where, String message, String hint) {
        return new ConfigurationProblem(Severity.WARNING, where, message, hint);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
