package org.rexian.ivr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rexian.ivr.FlowRunState.Playing;
import org.rexian.ivr.FlowRunState.Value;
import org.rexian.ivr.expr.Scope;
import org.rexian.ivr.expr.ValueType;
import org.rexian.ivr.model.Flow;
import org.rexian.ivr.model.Folder;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.model.Variable;

/** Turns what a run remembers into a record of names and texts, and back, by its library. */
final class RunRecords {

    private final FlowLibrary library;
    private final Folder folder;

    RunRecords(FlowLibrary library) {
        this.library = library;
        this.folder = library.folder();
    }

    // ---- to the record

    FlowRunState record(RunState state) {
        return new FlowRunState(
                library.name(),
                library.version(),
                values(namesOfCall(), state.ofCall),
                state.frames.stream().map(this::frame).toList(),
                state.step.map(Step::name).orElse(""),
                state.phase,
                state.now,
                state.deadline,
                state.playback,
                state.sounding ? Optional.of(playing(state.playing.orElseThrow())) : Optional.empty(),
                state.typedAhead.toString(),
                state.entry.toString(),
                state.silences,
                state.mismatches,
                state.announceAt,
                List.copyOf(state.told));
    }

    private FlowRunState.Frame frame(RunState.Frame frame) {
        List<String> names =
                frame.flow.variables().values().stream().map(Variable::name).toList();
        Object[] bySlot = new Object[names.size()];
        for (int i = 0; i < bySlot.length; i++) {
            bySlot[i] = frame.values[frame.variable(names.get(i)).slot()];
        }
        String calledBy = frame.calledBy.map(Step::name).orElse("");
        return new FlowRunState.Frame(frame.flow.name(), calledBy, values(names, bySlot));
    }

    private static Playing playing(RunState.Sounding sounding) {
        List<String> names =
                sounding.play().prompts().stream().map(FlowAction.Prompt::name).toList();
        return new Playing(sounding.language(), names, sounding.play().loop());
    }

    private static Map<String, Value> values(List<String> names, Object[] values) {
        Map<String, Value> texts = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            texts.put(names.get(i), value(values[i]));
        }
        return texts;
    }

    private static Value value(Object value) {
        ValueType type = switch (value) {
            case Long _ -> ValueType.WHOLE;
            case Double _ -> ValueType.NUMBER;
            case Boolean _ -> ValueType.TRUTH;
            default -> ValueType.TEXT;
        };
        return new Value(type, value.toString());
    }

    // ---- and back

    /** Empty if the record is of another version, or names what is not in this one. */
    Optional<RunState> restore(FlowRunState saved) {
        List<RunState.Frame> frames = new ArrayList<>();
        Optional<Object[]> ofCall = objects(namesOfCall(), saved.ofCall());
        boolean fits = saved.hotline().equals(library.name())
                && saved.version().equals(library.version())
                && ofCall.isPresent()
                && saved.frames().stream().allMatch(frame -> addTo(frames, frame))
                && !frames.isEmpty();
        if (!fits) {
            return Optional.empty();
        }
        Optional<Step> step = Optional.ofNullable(frames.getLast().flow.steps().get(saved.step()));
        if (step.isEmpty() && !saved.step().isEmpty()) {
            return Optional.empty();
        }
        RunState state = new RunState(ofCall.get(), saved.now());
        state.frames.addAll(frames);
        state.step = step;
        fill(state, saved);
        return Optional.of(state);
    }

    private void fill(RunState state, FlowRunState saved) {
        state.phase = saved.phase();
        state.deadline = saved.deadline();
        state.playback = saved.playback();
        state.sounding = saved.playing().isPresent();
        state.playing = saved.playing().map(playing -> sounding(saved.playback(), playing));
        state.typedAhead.append(saved.typedAhead());
        state.entry.append(saved.entry());
        state.silences = saved.silences();
        state.mismatches = saved.mismatches();
        state.announceAt = saved.announceAt();
        state.told.addAll(saved.told());
    }

    private boolean addTo(List<RunState.Frame> frames, FlowRunState.Frame saved) {
        Flow flow = folder.flows().get(saved.flow());
        Optional<Step.SubFlow> calledBy = frames.isEmpty() ? Optional.empty() : caller(frames.getLast(), saved);
        if (flow == null || calledBy.isPresent() == frames.isEmpty()) {
            return false;
        }
        RunState.Frame frame = new RunState.Frame(flow, calledBy);
        List<String> names = List.copyOf(flow.variables().keySet());
        Optional<Object[]> values = objects(names, saved.variables());
        values.ifPresent(found -> {
            for (int i = 0; i < found.length; i++) {
                frame.values[frame.variable(names.get(i)).slot()] = found[i];
            }
        });
        frames.add(frame);
        return values.isPresent();
    }

    private static Optional<Step.SubFlow> caller(RunState.Frame before, FlowRunState.Frame saved) {
        return before.flow.steps().get(saved.calledBy()) instanceof Step.SubFlow call
                ? Optional.of(call)
                : Optional.empty();
    }

    private RunState.Sounding sounding(long playback, Playing playing) {
        List<FlowAction.Prompt> prompts = playing.prompts().stream()
                .flatMap(name -> folder.prompt(playing.language(), name).stream())
                .toList();
        return new RunState.Sounding(new FlowAction.Play(playback, prompts, playing.loop()), playing.language());
    }

    private static Optional<Object[]> objects(List<String> names, Map<String, Value> saved) {
        Object[] objects = new Object[names.size()];
        for (int i = 0; i < objects.length; i++) {
            Value value = saved.get(names.get(i));
            if (value == null) {
                return Optional.empty();
            }
            objects[i] = object(value);
        }
        return Optional.of(objects);
    }

    private static Object object(Value value) {
        return switch (value.type()) {
            case TEXT -> value.text();
            case WHOLE -> Long.valueOf(value.text());
            case NUMBER -> Double.valueOf(value.text());
            case TRUTH -> Boolean.valueOf(value.text());
        };
    }

    private List<String> namesOfCall() {
        return Stream.concat(
                        Scope.FIXED.stream(),
                        folder.hotline().attributes().keySet().stream().map(name -> "call." + name))
                .toList();
    }
}
