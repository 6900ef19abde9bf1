package org.rexian.call;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who listens at present, by supervisor. */
final class Supervisions {

    private final Map<String, Supervision> bySupervisor = new HashMap<>();

    void put(String supervisor, Supervision supervision) {
        bySupervisor.put(supervisor, supervision);
    }

    void remove(String supervisor, Supervision supervision) {
        bySupervisor.remove(supervisor, supervision);
    }

    Optional<Supervision> of(String supervisor) {
        return Optional.ofNullable(bySupervisor.get(supervisor));
    }
}
