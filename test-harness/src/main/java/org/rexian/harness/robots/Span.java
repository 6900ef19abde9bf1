package org.rexian.harness.robots;

import java.util.random.RandomGenerator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time drawn evenly between two others: {@code 8s-20s}, or {@code 5s} for always the same. */
record Span(long fromMillis, long toMillis) {

    long draw(RandomGenerator random) {
        return random.nextLong(fromMillis, toMillis + 1);
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<Span> {
        @Override
        public Span convert(String text) {
            String[] ends = text.split("-", -1);
            Span span = ends.length == 1
                    ? new Span(millis(ends[0]), millis(ends[0]))
                    : new Span(millis(ends[0]), millis(ends[1]));
            if (ends.length > 2 || span.toMillis < span.fromMillis) {
                throw new TypeConversionException("'" + text + "' is no span such as 8s-20s");
            }
            return span;
        }

        private static long millis(String text) {
            if (!text.matches("\\d{1,6}(ms|s|m|h)")) {
                throw new TypeConversionException("'" + text + "' is no time such as 500ms, 20s, 5m");
            }
            long number = Long.parseLong(text.replaceAll("[a-z]", ""));
            return switch (text.replaceAll("\\d", "")) {
                case "ms" -> number;
                case "s" -> number * 1000;
                case "m" -> number * 60_000;
                default -> number * 3_600_000;
            };
        }
    }
}
