package org.rexian.ivr.say;

/** How a value is spoken. The key of a say item is the constant's name in lower case. */
public enum SayKind {
    /** Digit by digit: a telephone or card number. In Chinese 1 is 幺. */
    DIGITS,
    /** A whole number as an amount, negative too. In Chinese 两 and 二 by their rules. */
    NUMBER;

    /** As written in a flow. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
