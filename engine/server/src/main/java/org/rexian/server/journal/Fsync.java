package org.rexian.server.journal;

/**
 * When written records are forced to the disk. A killed process loses nothing that is written, forced or not; what is not
 * forced is lost with the machine's power.
 *
 * @param everyMillis pause between two times under {@link Mode#EVERY}
 */
public record Fsync(Mode mode, long everyMillis) {

    /** Before anybody hears of the outcome; every so often, in the background; or when the system likes. */
    public enum Mode {
        ALWAYS,
        EVERY,
        OS
    }

    public static final Fsync ALWAYS = new Fsync(Mode.ALWAYS, 0);
    public static final Fsync OS = new Fsync(Mode.OS, 0);

    public static Fsync every(long millis) {
        return new Fsync(Mode.EVERY, millis);
    }
}
