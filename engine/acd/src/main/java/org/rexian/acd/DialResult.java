package org.rexian.acd;

/** What became of dialling a customer. */
public enum DialResult {
    ANSWERED,
    NO_ANSWER,
    BUSY,
    FAILED
}
