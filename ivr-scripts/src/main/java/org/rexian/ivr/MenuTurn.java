package org.rexian.ivr;

import java.util.ArrayList;
import java.util.List;
import org.rexian.ivr.model.Speech;
import org.rexian.ivr.model.Step;

/** A menu: prompt, listen, and count silences and wrong keys. */
final class MenuTurn {

    private final FlowRun run;

    MenuTurn(FlowRun run) {
        this.run = run;
    }

    void enter(Step.Menu menu) {
        RunState state = run.state;
        if (menu.bargeIn() && !state.typedAhead.isEmpty()) {
            char key = state.typedAhead.charAt(0);
            state.typedAhead.deleteCharAt(0);
            answer(menu, key);
        } else {
            state.typedAhead.setLength(0);
            prompt(menu, Speech.NOTHING);
        }
    }

    void key(Step.Menu menu, char key) {
        if (run.state.phase == Phase.PROMPTING && !menu.bargeIn()) {
            return;
        }
        answer(menu, key);
    }

    void spoken(Step.Menu menu) {
        run.state.phase = Phase.LISTENING;
        run.state.deadline = run.state.now + menu.noInput().afterMillis();
    }

    void tick(Step.Menu menu) {
        if (++run.state.silences >= menu.noInput().times()) {
            run.go(menu.noInput().then());
        } else {
            prompt(menu, menu.noInput().say());
        }
    }

    private void answer(Step.Menu menu, char key) {
        for (Step.MenuKey candidate : menu.keys()) {
            if (candidate.key() == key && offered(candidate)) {
                run.silence();
                candidate.target().ifPresentOrElse(run::go, () -> prompt(menu, Speech.NOTHING));
                return;
            }
        }
        run.state.typedAhead.setLength(0);
        if (++run.state.mismatches >= menu.noMatch().times()) {
            run.silence();
            run.go(menu.noMatch().then());
        } else {
            prompt(menu, menu.noMatch().say());
        }
    }

    private boolean offered(Step.MenuKey key) {
        return key.when().isEmpty() || run.holds(key.when().get());
    }

    private void prompt(Step.Menu menu, Speech before) {
        List<Speech> speeches = new ArrayList<>(List.of(before, menu.say()));
        menu.keys().stream().filter(this::offered).map(Step.MenuKey::say).forEach(speeches::add);
        run.state.deadline = Long.MAX_VALUE;
        if (run.play(speeches.toArray(new Speech[0]))) {
            run.state.phase = Phase.PROMPTING;
        } else {
            spoken(menu);
        }
    }
}
