package org.rexian.media;

/**
 * A party's row and column in the matrix of who hears whom: one party hears another if it hears that one and that one is heard by it;
 * nobody ever hears themselves. Immutable.
 *
 * @param hears whom this party hears
 * @param heardBy who hears this party
 */
public record MixerRole(Parties hears, Parties heardBy) {

    /** Hears all and is heard by all: a conference. */
    public static final MixerRole PARTICIPANT = new MixerRole(Parties.ALL, Parties.ALL);

    /** A supervisor who joins the talk: a participant. */
    public static final MixerRole BARGE = PARTICIPANT;

    /** Hears all, and nobody knows: a supervisor who listens in, or a muted participant. */
    public static final MixerRole LISTEN = new MixerRole(Parties.ALL, Parties.NOBODY);

    /** Hears all and is heard by {@code session} alone: a supervisor who coaches an agent. */
    public static MixerRole whisperTo(MediaSession session) {
        return new MixerRole(Parties.ALL, Parties.only(session));
    }

    /** Whether {@code listener} in this role hears {@code speaker} in {@code speakersRole}. */
    boolean hears(MediaSession listener, MediaSession speaker, MixerRole speakersRole) {
        return !listener.equals(speaker)
                && hears.includes(speaker)
                && speakersRole.heardBy().includes(listener);
    }
}
