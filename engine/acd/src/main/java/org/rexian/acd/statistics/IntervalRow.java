package org.rexian.acd.statistics;

/** What was counted under one name in one interval, which begins at {@code start}, epoch milliseconds. */
public record IntervalRow(long start, By by, String name, Figures figures) {}
