package org.rexian.ivr.yaml;

/** A place in a file; line and column count from 1. */
public record At(String file, int line, int column) {

    /** The same line, some characters to the right. */
    public At plus(int columns) {
        return new At(file, line, column + columns);
    }
}
