package org.rexian.ivr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rexian.ivr.expr.Expression;
import org.rexian.ivr.model.Flow;
import org.rexian.ivr.model.Speech;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.model.Target;
import org.rexian.ivr.model.Variable;

/**
 * One call on its way through a hotline: inputs in, actions out, no clock, no thread, no I/O. The state is plain data.
 *
 * <p>Times are milliseconds since 1970 and never go back. One thread.
 */
public final class FlowRun {

    /** More steps than any checked flow takes without an input. */
    private static final int MAX_STEPS_PER_INPUT = 20_000;

    private static final int MAX_TYPED_AHEAD = 32;
    private static final int MAX_TEXT = 1_024;

    private final FlowLibrary library;
    final RunState state;
    private final Spoken spoken;
    private final Troubles troubles;
    private final MenuTurn menuTurn = new MenuTurn(this);
    private final CollectTurn collectTurn = new CollectTurn(this);
    private final QueueTurn queueTurn = new QueueTurn(this);
    private List<FlowAction> actions = new ArrayList<>();

    FlowRun(FlowLibrary library, Flow flow, Object[] ofCall, long nowMillis) {
        this(library, new RunState(ofCall, nowMillis));
        state.frames.add(new RunState.Frame(flow, Optional.empty()));
    }

    /** Goes on from where another one stood. */
    FlowRun(FlowLibrary library, RunState state) {
        this.library = library;
        this.state = state;
        this.troubles = new Troubles(this, library);
        this.spoken = new Spoken(library, this);
    }

    /** All that it remembers, between two inputs; {@link FlowLibrary#restore} makes a run of it that goes on exactly as this one would. */
    public FlowRunState state() {
        return new RunRecords(library).record(state);
    }

    /** What the caller hears at present, to be played again when the run was restored after a crash. */
    public Optional<FlowAction.Play> playing() {
        return state.sounding ? state.playing.map(RunState.Sounding::play) : Optional.empty();
    }

    /** What to do now. {@link FlowInput.Tick} belongs at {@link #deadline()}; earlier ones change nothing. */
    public List<FlowAction> on(FlowInput input, long nowMillis) {
        state.now = Math.max(state.now, nowMillis);
        actions = new ArrayList<>(4);
        if (state.phase != Phase.FINISHED) {
            take(input);
            advance();
        }
        return actions;
    }

    /** When {@link FlowInput.Tick} is due; {@code Long.MAX_VALUE} if nothing is. */
    public long deadline() {
        return state.deadline;
    }

    public boolean finished() {
        return state.phase == Phase.FINISHED;
    }

    public String flow() {
        return state.frame().flow.name();
    }

    /** Name of the step that the run is in; empty before the first. */
    public String step() {
        return state.step.map(Step::name).orElse("");
    }

    public String language() {
        return state.language();
    }

    /** The variables of the flow that the run is in, as text; secrets are hidden. */
    public Map<String, String> variables() {
        RunState.Frame frame = state.frame();
        Map<String, String> values = new LinkedHashMap<>();
        for (Variable variable : frame.flow.variables().values()) {
            boolean secret = library.isSecret(frame.flow.name(), variable.name());
            values.put(variable.name(), secret ? "(secret)" : String.valueOf(frame.values[variable.slot()]));
        }
        return values;
    }

    private void take(FlowInput input) {
        switch (input) {
            case FlowInput.Started _ -> {
                if (state.phase == Phase.NEW) {
                    go(state.frame().flow.start());
                }
            }
            case FlowInput.PlaybackFinished finished -> playbackFinished(finished.playback());
            case FlowInput.Digit digit -> digit(digit.digit());
            case FlowInput.Tick _ -> {
                if (state.now >= state.deadline) {
                    tick();
                }
            }
            case FlowInput.QueuePosition position -> state.position(position.position(), position.ewtMillis());
            case FlowInput.QueueLeft left -> queueTurn.left(left.exit());
            case FlowInput.Connected _ -> queueTurn.connected();
            case FlowInput.CallbackAccepted _ -> queueTurn.callbackAccepted();
            case FlowInput.WaitsAgain _ -> queueTurn.waitsAgain();
            case FlowInput.TalkEnded _ -> queueTurn.talkEnded();
            case FlowInput.CallerHungUp _ -> hungUp();
        }
    }

    private void digit(char key) {
        switch (state.phase) {
            case SAYING -> {
                if (state.step.orElseThrow() instanceof Step.Say say && say.bargeIn()) {
                    typeAhead(key);
                    silence();
                    go(say.then());
                }
            }
            case PROMPTING, LISTENING, ENTERING, CONFIRM_PROMPTING, CONFIRMING -> {
                switch (state.step.orElseThrow()) {
                    case Step.Menu menu -> menuTurn.key(menu, key);
                    case Step.Collect collect -> collectTurn.key(collect, key);
                    default -> {}
                }
            }
            case ANNOUNCING, WAITING -> queueTurn.key(key);
            case NEW, TALKING, ENDING, FINISHED -> {}
        }
    }

    private void typeAhead(char key) {
        if (state.typedAhead.length() < MAX_TYPED_AHEAD) {
            state.typedAhead.append(key);
        }
    }

    private void playbackFinished(long playback) {
        if (!state.sounding || playback != state.playback) {
            return;
        }
        state.sounding = false;
        switch (state.step.orElseThrow()) {
            case Step.Say say -> go(say.then());
            case Step.Menu menu -> menuTurn.spoken(menu);
            case Step.Collect collect -> collectTurn.spoken(collect);
            case Step.Queue queue -> queueTurn.spoken(queue);
            case Step.End end -> end(end.cause(), end.outcome());
            default -> {}
        }
    }

    private void tick() {
        state.deadline = Long.MAX_VALUE;
        switch (state.step.orElseThrow()) {
            case Step.Menu menu -> menuTurn.tick(menu);
            case Step.Collect collect -> collectTurn.tick(collect);
            case Step.Queue queue -> queueTurn.tick(queue);
            default -> {}
        }
    }

    private void hungUp() {
        String outcome = switch (state.phase) {
            case ANNOUNCING, WAITING -> "abandoned";
            case TALKING -> "served";
            case ENDING -> state.step.orElseThrow() instanceof Step.End end ? end.outcome() : "hung-up";
            default -> "hung-up";
        };
        state.sounding = false;
        end("caller-hung-up", outcome);
    }

    /** Enters steps until one waits. */
    private void advance() {
        for (int steps = 0; state.next.isPresent(); steps++) {
            Target target = state.next.get();
            state.next = Optional.empty();
            if (steps > MAX_STEPS_PER_INPUT) {
                end("failed", "flow-limit");
            } else if (target.isReturn()) {
                comeBack();
            } else {
                enter(state.frame().flow.steps().get(target.step()));
            }
        }
    }

    private void enter(@org.jspecify.annotations.Nullable Step step) {
        if (step == null) {
            throw new IllegalStateException("the check lets no exit lead nowhere");
        }
        RunState.Frame frame = state.frame();
        state.enter(step);
        actions.add(new FlowAction.Entered(frame.flow.name(), library.version(), step.name()));
        switch (step) {
            case Step.Say say -> say(say);
            case Step.Menu menu -> menuTurn.enter(menu);
            case Step.Collect collect -> collectTurn.enter(collect);
            case Step.Branch branch -> go(choose(branch));
            case Step.Assign assign -> assign(assign, frame);
            case Step.Hours hours -> go(isOpen(hours) ? hours.open() : hours.closed());
            case Step.Queue queue -> queueTurn.enter(queue);
            case Step.SubFlow call -> call(call);
            case Step.Language language -> {
                state.language(language.language());
                go(language.then());
            }
            case Step.End end -> lastWords(end);
        }
    }

    private void say(Step.Say say) {
        if (play(say.say())) {
            state.phase = Phase.SAYING;
        } else {
            go(say.then());
        }
    }

    private Target choose(Step.Branch branch) {
        for (Step.Case each : branch.cases()) {
            if (holds(each.when())) {
                return each.then();
            }
        }
        return branch.otherwise();
    }

    private void assign(Step.Assign assign, RunState.Frame frame) {
        for (Step.Assignment each : assign.assignments()) {
            int slot = each.variable().slot();
            Object value = valueOr(each.value(), frame.values[slot]);
            // A text that doubles at every key press must not fill the memory.
            if (!(value instanceof String text) || text.length() <= MAX_TEXT) {
                frame.values[slot] = value;
            } else {
                troubles.failed(each.value(), "is longer than " + MAX_TEXT + " characters");
            }
        }
        go(assign.then());
    }

    private boolean isOpen(Step.Hours hours) {
        return Optional.ofNullable(library.folder().calendars().byName().get(hours.calendar()))
                .map(calendar -> calendar.openAt(state.now))
                .orElse(false);
    }

    private void call(Step.SubFlow call) {
        Flow called = library.folder().flows().get(call.flow());
        if (called == null) {
            throw new IllegalStateException("the check lets no flow be missing");
        }
        RunState.Frame frame = new RunState.Frame(called, Optional.of(call));
        for (Step.Argument argument : call.arguments()) {
            Variable variable = frame.variable(argument.name());
            frame.values[variable.slot()] = valueOr(argument.value(), variable.initial());
        }
        state.frames.add(frame);
        go(called.start());
    }

    private void comeBack() {
        RunState.Frame done = state.frames.removeLast();
        Step.SubFlow call = done.calledBy.orElseThrow();
        RunState.Frame caller = state.frame();
        for (Step.Result result : call.results()) {
            caller.values[result.into().slot()] =
                    done.values[done.variable(result.name()).slot()];
        }
        go(call.then());
    }

    private void lastWords(Step.End end) {
        if (play(end.say())) {
            state.phase = Phase.ENDING;
        } else {
            end(end.cause(), end.outcome());
        }
    }

    /** Whether the condition holds in the flow that the run is in. */
    boolean holds(Expression condition) {
        return condition.holds(state.ofCall, state.frame().values, troubles);
    }

    /** Its value in the flow that the run is in. */
    Object valueOr(Expression value, Object fallback) {
        return value.valueOr(fallback, state.ofCall, state.frame().values, troubles);
    }

    /** Goes on at a step, once the input is dealt with. */
    void go(Target target) {
        state.next = Optional.of(target);
    }

    void act(FlowAction action) {
        actions.add(action);
    }

    void end(String cause, String outcome) {
        silence();
        state.phase = Phase.FINISHED;
        state.deadline = Long.MAX_VALUE;
        state.next = Optional.empty();
        actions.add(new FlowAction.End(cause, outcome));
    }

    /** Plays these one after the other; false if there is nothing to play now. */
    boolean play(Speech... speeches) {
        List<FlowAction.Prompt> prompts = spoken.prompts(speeches);
        if (prompts.isEmpty()) {
            silence();
            return false;
        }
        play(prompts, false);
        return true;
    }

    boolean playLooped(Speech speech) {
        List<FlowAction.Prompt> prompts = spoken.prompts(speech);
        if (prompts.isEmpty()) {
            return false;
        }
        play(prompts, true);
        return true;
    }

    private void play(List<FlowAction.Prompt> prompts, boolean loop) {
        state.playback++;
        state.sounding = true;
        FlowAction.Play play = new FlowAction.Play(state.playback, prompts, loop);
        state.playing = Optional.of(new RunState.Sounding(play, state.language()));
        actions.add(play);
    }

    /** Stops what is playing, if anything is. */
    void silence() {
        if (state.sounding) {
            state.sounding = false;
            actions.add(new FlowAction.StopPlayback());
        }
    }
}
