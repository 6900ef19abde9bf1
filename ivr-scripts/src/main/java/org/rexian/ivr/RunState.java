package org.rexian.ivr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rexian.ivr.model.Flow;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.model.Target;
import org.rexian.ivr.model.Variable;

/**
 * Everything that a run remembers between two inputs: numbers, texts and references into its immutable library, nothing that could not
 * be written down by name ({@link RunRecords} does it). Owned by one {@link FlowRun}.
 */
final class RunState {

    private static final int LANGUAGE = 3;
    private static final int POSITION = 4;
    private static final int MINUTES = 5;
    private static final long MINUTE_MILLIS = 60_000;

    /** A flow in progress, with its variables, and the step that called it. */
    static final class Frame {
        final Flow flow;
        final Optional<Step.SubFlow> calledBy;
        final Object[] values;

        Frame(Flow flow, Optional<Step.SubFlow> calledBy) {
            this.flow = flow;
            this.calledBy = calledBy;
            this.values = new Object[flow.variables().size()];
            flow.variables().values().forEach(variable -> values[variable.slot()] = variable.initial());
        }

        Variable variable(String name) {
            return Optional.ofNullable(flow.variables().get(name)).orElseThrow();
        }
    }

    /** Values of {@code call.…} and {@code queue.…}, by the slots of the scope. */
    final Object[] ofCall;

    final List<Frame> frames = new ArrayList<>();
    Optional<Step> step = Optional.empty();
    Optional<Target> next = Optional.empty();
    Phase phase = Phase.NEW;
    long now;
    long deadline = Long.MAX_VALUE;

    /** Number of the latest playback, and whether it may still be heard. */
    long playback;

    boolean sounding;

    /** The latest playback, and the language in which it was said. */
    record Sounding(FlowAction.Play play, String language) {}

    Optional<Sounding> playing = Optional.empty();

    /** Expressions whose failure was told already, by place and text. */
    final Set<String> told = new LinkedHashSet<>(0);

    /** Keys pressed before anybody asked. */
    final StringBuilder typedAhead = new StringBuilder();

    /** Digits of the entry so far. */
    final StringBuilder entry = new StringBuilder();

    int silences;
    int mismatches;

    /** When the waiting caller hears the next announcement. */
    long announceAt = Long.MAX_VALUE;

    RunState(Object[] ofCall, long now) {
        this.ofCall = ofCall;
        this.now = now;
    }

    Frame frame() {
        return frames.getLast();
    }

    void enter(Step entered) {
        step = Optional.of(entered);
        deadline = Long.MAX_VALUE;
        silences = 0;
        mismatches = 0;
        entry.setLength(0);
        announceAt = Long.MAX_VALUE;
    }

    String language() {
        return (String) ofCall[LANGUAGE];
    }

    void language(String language) {
        ofCall[LANGUAGE] = language;
    }

    /** Unknown figures are 0. */
    void position(int position, long ewtMillis) {
        ofCall[POSITION] = (long) Math.max(0, position);
        ofCall[MINUTES] = ewtMillis <= 0 ? 0L : (ewtMillis - 1) / MINUTE_MILLIS + 1;
    }
}
