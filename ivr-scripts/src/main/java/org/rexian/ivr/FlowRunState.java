package org.rexian.ivr;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rexian.ivr.expr.ValueType;

/**
 * All that a {@link FlowRun} remembers between two inputs, as plain data that can be written down and given to {@link FlowLibrary#restore},
 * also by another process. What callers entered under {@code secret: true} stands in it in clear: whoever writes it down must see to that.
 *
 * @param hotline name of the hotline
 * @param version of its library: a run goes on only in the version that it began with
 * @param ofCall values by their names in expressions: {@code call.…}, {@code queue.…}
 * @param frames the flow that the call began in, and those called from it; the run is in the last
 * @param step name of the step that the run is in; empty before the first
 * @param now of the latest input, milliseconds since 1970
 * @param deadline when {@link FlowInput.Tick} is due; {@code Long.MAX_VALUE}: never
 * @param playback number of the latest playback
 * @param playing what may still be heard
 * @param typedAhead keys pressed before anybody asked
 * @param entry digits of the entry so far
 * @param announceAt when the waiting caller hears the next announcement; {@code Long.MAX_VALUE}: never
 * @param told expressions whose failure was told already
 */
public record FlowRunState(
        String hotline,
        String version,
        Map<String, Value> ofCall,
        List<Frame> frames,
        String step,
        Phase phase,
        long now,
        long deadline,
        long playback,
        Optional<Playing> playing,
        String typedAhead,
        String entry,
        int silences,
        int mismatches,
        long announceAt,
        List<String> told) {

    /** A value of an expression, as text. */
    public record Value(ValueType type, String text) {}

    /** A flow in progress; {@code calledBy} is the step of the frame before, empty in the first. */
    public record Frame(String flow, String calledBy, Map<String, Value> variables) {
        public Frame {
            variables = Map.copyOf(variables);
        }
    }

    /** Recordings by name, in the language in which they were said. */
    public record Playing(String language, List<String> prompts, boolean loop) {
        public Playing {
            prompts = List.copyOf(prompts);
        }
    }

    public FlowRunState {
        ofCall = Map.copyOf(ofCall);
        frames = List.copyOf(frames);
        told = List.copyOf(told);
    }
}
