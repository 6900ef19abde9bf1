package org.rexian.server.config;

/**
 * One mistake in the configuration file.
 *
 * @param file as the operator named it
 * @param line from 1
 * @param column from 1
 * @param what what is wrong
 * @param hint what would fix it, empty where nothing sensible can be said
 */
public record Problem(String file, int line, int column, String what, String hint) {

    @Override
    public String toString() {
        String place = file + ":" + line + ":" + column + ": " + what;
        return hint.isEmpty() ? place : place + "\n    hint: " + hint;
    }
}
