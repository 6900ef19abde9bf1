package org.rexian.ivr;

import org.rexian.ivr.model.Speech;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.model.Target;

/** A collect: prompt, take digits until the entry is complete, validate, ask back. */
final class CollectTurn {

    private final FlowRun run;

    CollectTurn(FlowRun run) {
        this.run = run;
    }

    void enter(Step.Collect collect) {
        RunState state = run.state;
        String typed = collect.bargeIn() ? state.typedAhead.toString() : "";
        state.typedAhead.setLength(0);
        if (typed.isEmpty()) {
            prompt(collect, Speech.NOTHING);
            return;
        }
        state.phase = Phase.ENTERING;
        int taken = 0;
        while (taken < typed.length() && state.phase == Phase.ENTERING && state.next.isEmpty()) {
            add(collect, typed.charAt(taken++));
        }
        if (state.next.isPresent()) {
            state.typedAhead.append(typed, taken, typed.length());
        }
    }

    void key(Step.Collect collect, char key) {
        RunState state = run.state;
        switch (state.phase) {
            case PROMPTING -> {
                if (collect.bargeIn()) {
                    run.silence();
                    add(collect, key);
                }
            }
            case LISTENING, ENTERING -> add(collect, key);
            case CONFIRM_PROMPTING, CONFIRMING -> confirm(collect, key);
            default -> {}
        }
    }

    void spoken(Step.Collect collect) {
        RunState state = run.state;
        state.phase = state.phase == Phase.CONFIRM_PROMPTING ? Phase.CONFIRMING : Phase.LISTENING;
        state.deadline = state.now + collect.noInput().afterMillis();
    }

    void tick(Step.Collect collect) {
        switch (run.state.phase) {
            case ENTERING -> complete(collect);
            case CONFIRMING -> {
                if (silentOften(collect)) {
                    clear(collect);
                    run.go(collect.noInput().then());
                } else {
                    askBack(collect);
                }
            }
            default -> {
                if (silentOften(collect)) {
                    run.go(collect.noInput().then());
                } else {
                    prompt(collect, collect.noInput().say());
                }
            }
        }
    }

    private boolean silentOften(Step.Collect collect) {
        return ++run.state.silences >= collect.noInput().times();
    }

    private void add(Step.Collect collect, char key) {
        RunState state = run.state;
        state.phase = Phase.ENTERING;
        if (key == collect.digits().endKey()) {
            complete(collect);
        } else if (key < '0' || key > '9') {
            mismatch(collect);
        } else {
            state.entry.append(key);
            state.deadline = state.now + collect.digits().betweenMillis();
            if (state.entry.length() >= collect.digits().max()) {
                complete(collect);
            }
        }
    }

    private void complete(Step.Collect collect) {
        RunState state = run.state;
        state.deadline = Long.MAX_VALUE;
        if (state.entry.length() < collect.digits().min()) {
            mismatch(collect);
            return;
        }
        Object[] values = state.frame().values;
        values[collect.into().slot()] = state.entry.toString();
        boolean valid = collect.valid().isEmpty() || run.holds(collect.valid().get());
        if (!valid) {
            mismatch(collect);
        } else if (collect.confirm().isPresent()) {
            askBack(collect);
        } else {
            done(collect.then());
        }
    }

    private void askBack(Step.Collect collect) {
        RunState state = run.state;
        state.deadline = Long.MAX_VALUE;
        state.phase = Phase.CONFIRM_PROMPTING;
        if (!run.play(collect.confirm().orElseThrow().say())) {
            spoken(collect);
        }
    }

    private void confirm(Step.Collect collect, char key) {
        if (run.state.phase == Phase.CONFIRM_PROMPTING && !collect.bargeIn()) {
            return;
        }
        Step.Confirm confirm = collect.confirm().orElseThrow();
        if (key == confirm.yes()) {
            run.silence();
            done(collect.then());
        } else if (key == confirm.no()) {
            mismatch(collect);
        } else if (++run.state.mismatches >= collect.noMatch().times()) {
            clear(collect);
            run.silence();
            run.go(collect.noMatch().then());
        } else {
            askBack(collect);
        }
    }

    private void mismatch(Step.Collect collect) {
        clear(collect);
        if (++run.state.mismatches >= collect.noMatch().times()) {
            run.silence();
            run.go(collect.noMatch().then());
        } else {
            prompt(collect, collect.noMatch().say());
        }
    }

    private void clear(Step.Collect collect) {
        run.state.frame().values[collect.into().slot()] = "";
        run.state.entry.setLength(0);
    }

    private void done(Target then) {
        run.state.entry.setLength(0);
        run.go(then);
    }

    private void prompt(Step.Collect collect, Speech before) {
        run.state.entry.setLength(0);
        run.state.deadline = Long.MAX_VALUE;
        run.state.phase = Phase.PROMPTING;
        if (!run.play(before, collect.say())) {
            spoken(collect);
        }
    }
}
