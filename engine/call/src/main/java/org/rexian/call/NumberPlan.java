package org.rexian.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rexian.ivr.CallContext;
import org.rexian.ivr.FlowLibrary;
import org.rexian.ivr.FlowRun;
import org.rexian.ivr.NumberProfile;

/** Which hotline's flow takes which dialled number. Immutable: a new publication is a new plan. */
public final class NumberPlan {

    /** Stands in hotline.yaml for every number that nobody lists. */
    private static final String ANY = "*";

    private record Line(FlowLibrary hotline, NumberProfile profile) {}

    private final Map<String, Line> lines;

    private NumberPlan(Map<String, Line> lines) {
        this.lines = Map.copyOf(lines);
    }

    /** @throws IllegalArgumentException when two hotlines claim the same number */
    public static NumberPlan of(List<FlowLibrary> hotlines) {
        Map<String, Line> lines = new HashMap<>();
        for (FlowLibrary hotline : hotlines) {
            hotline.numbers().forEach((number, profile) -> {
                if (lines.put(number, new Line(hotline, profile)) != null) {
                    throw new IllegalArgumentException("the number " + number + " is claimed by two hotlines");
                }
            });
        }
        return new NumberPlan(lines);
    }

    /** A fresh run of the flow behind the dialled number; empty where the number is not ours. */
    Optional<FlowRun> start(String dialled, String caller, long callId, long nowMillis) {
        Line line = lines.get(dialled);
        if (line == null) {
            line = lines.get(ANY);
        }
        if (line == null) {
            return Optional.empty();
        }
        NumberProfile profile = line.profile();
        CallContext context = new CallContext(dialled, caller, Long.toString(callId), profile.attributes());
        return Optional.of(line.hotline().start(profile.flow(), context, profile.language(), nowMillis));
    }
}
