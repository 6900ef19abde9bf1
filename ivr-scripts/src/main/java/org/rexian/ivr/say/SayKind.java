package org.rexian.ivr.say;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a value is to be read, and what text it is read from. */
public enum SayKind {
    /** One by one: telephone and agent numbers. Digits, {@code + * #}; spaces and hyphens are skipped. */
    DIGITS,
    /** A number as such, with a minus and a decimal point: {@code 1010}, {@code -2.5}. */
    NUMBER,
    /** Whole number before what is counted (两位). */
    COUNT,
    /** Whole number from 1: first, 第一. */
    ORDINAL,
    /** Yuan, with up to two decimals; more are rounded. */
    MONEY,
    /** {@code 2026-11-22}. */
    DATE,
    /** {@code 14:05}; seconds are not said. */
    TIME,
    /** {@code 1} (Monday) to {@code 7}, or a date. */
    WEEKDAY;

    /** As written in a flow. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SayKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
