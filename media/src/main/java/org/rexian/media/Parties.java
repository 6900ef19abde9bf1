package org.rexian.media;

import java.util.Set;

/**
 * Some of the parties of a mix, whoever joins or leaves: all but those named, or only those named. Sessions are named by identity,
 * and may be named before they join.
 *
 * @param allBut whether {@code named} are the exceptions; else they are the only ones
 */
public record Parties(boolean allBut, Set<MediaSession> named) {

    public static final Parties ALL = new Parties(true, Set.of());
    public static final Parties NOBODY = new Parties(false, Set.of());

    public Parties {
        named = Set.copyOf(named);
    }

    public static Parties only(MediaSession... named) {
        return new Parties(false, Set.of(named));
    }

    public static Parties allBut(MediaSession... named) {
        return new Parties(true, Set.of(named));
    }

    public boolean includes(MediaSession session) {
        return allBut != named.contains(session);
    }
}
