package org.rexian.call;

import java.util.List;
import java.util.Optional;

/**
 * Who hears whom in a talk at present.
 *
 * @param together those who hear each other: two, or more in a conference; one alone hears silence
 * @param music who hears music meanwhile
 * @param supervisor who listens in, in which way, to everybody in {@code together}
 */
record Scene(List<Leg> together, Optional<Leg> music, Optional<Coach> supervisor) {

    static final Scene NOTHING = new Scene(List.of(), Optional.empty(), Optional.empty());

    /**
     * A supervisor at a talk.
     *
     * @param trainee the only one who hears a whisper
     */
    record Coach(Leg leg, SupervisionMode mode, Leg trainee) {}

    static Scene talk(Leg... together) {
        return new Scene(List.of(together), Optional.empty(), Optional.empty());
    }

    /** The customer hears music, the others talk. */
    static Scene onHold(Leg customer, Leg... others) {
        return new Scene(List.of(others), Optional.of(customer), Optional.empty());
    }

    Scene with(Coach coach) {
        return new Scene(together, music, Optional.of(coach));
    }

    /** Two who hear each other, and nobody else: packets go straight through. */
    boolean plain() {
        return together.size() == 2 && supervisor.isEmpty();
    }

    /** More than a bridge can carry. */
    boolean mixed() {
        return (supervisor.isPresent() && !together.isEmpty()) || together.size() > 2;
    }
}
