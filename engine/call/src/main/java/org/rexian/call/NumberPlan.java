package org.rexian.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rexian.ivr.CallContext;
import org.rexian.ivr.FlowLibrary;
import org.rexian.ivr.FlowRun;

/** Which hotline's flow takes which dialled number. Immutable: a new publication is a new plan. */
public final class NumberPlan {

    private final Map<String, FlowLibrary> libraries;

    private NumberPlan(Map<String, FlowLibrary> libraries) {
        this.libraries = Map.copyOf(libraries);
    }

    /** @throws IllegalArgumentException when two hotlines claim the same number */
    public static NumberPlan of(List<FlowLibrary> hotlines) {
        Map<String, FlowLibrary> libraries = new HashMap<>();
        for (FlowLibrary hotline : hotlines) {
            for (String number : hotline.numbers().keySet()) {
                if (libraries.put(number, hotline) != null) {
                    throw new IllegalArgumentException("the number " + number + " is claimed by two hotlines");
                }
            }
        }
        return new NumberPlan(libraries);
    }

    /** A fresh run of the flow behind the dialled number; empty where the number is not ours. */
    Optional<FlowRun> start(String dialled, String caller, long callId, long nowMillis) {
        return Optional.ofNullable(libraries.get(dialled)).map(library -> {
            var profile = library.numbers().get(dialled);
            return library.start(
                    profile.flow(),
                    new CallContext(dialled, caller, Long.toString(callId), profile.attributes()),
                    nowMillis);
        });
    }
}
