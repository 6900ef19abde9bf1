package org.rexian.acd.sim;

/** Whom a row of figures is about; {@code name} is empty for the whole floor. */
public record Subject(Kind kind, String name) {

    /** The whole house. */
    public static final Subject FLOOR = new Subject(Kind.FLOOR, "");

    /** In the order in which a report shows them. */
    public enum Kind {
        FLOOR,
        QUEUE,
        /** A customer class. */
        CLASS,
        /** A {@link CallerGroup}. */
        GROUP
    }
}
