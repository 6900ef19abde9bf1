package org.rexian.ivr.expr;

/** The types of values in a flow, with the words an administrator reads. */
public enum ValueType {
    TEXT("text"),
    WHOLE("whole number"),
    NUMBER("number"),
    TRUTH("true or false");

    private final String words;

    ValueType(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
