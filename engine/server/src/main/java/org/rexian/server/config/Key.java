package org.rexian.server.config;

/**
 * One key: its name, kind, default and description, all in one place. The reference page is printed from it and the
 * default is parsed from the same text that the page shows.
 *
 * @param fallback the default as one would write it (a list: separated by commas); an example where {@code required}
 * @param shape one value, a list of values, or a mapping of names to values
 */
record Key<T>(String name, Kind<T> kind, String fallback, boolean required, Shape shape, String description) {

    /** How many values. */
    enum Shape {
        ONE,
        LIST,
        MAP
    }

    static <T> Key<T> of(String name, Kind<T> kind, String fallback, String description) {
        return new Key<>(name, kind, fallback, false, Shape.ONE, description);
    }

    static <T> Key<T> required(String name, Kind<T> kind, String example, String description) {
        return new Key<>(name, kind, example, true, Shape.ONE, description);
    }

    static <T> Key<T> list(String name, Kind<T> kind, String fallback, String description) {
        return new Key<>(name, kind, fallback, false, Shape.LIST, description);
    }

    static <T> Key<T> map(String name, Kind<T> kind, String description) {
        return new Key<>(name, kind, "", false, Shape.MAP, description);
    }
}
