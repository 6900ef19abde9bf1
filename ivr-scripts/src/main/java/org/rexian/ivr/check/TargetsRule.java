package org.rexian.ivr.check;

import java.util.stream.Stream;
import org.rexian.ivr.model.Exit;
import org.rexian.ivr.model.Exits;
import org.rexian.ivr.model.Flow;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.model.Target;
import org.rexian.ivr.yaml.DidYouMean;
import org.rexian.ivr.yaml.Problems;

/** Every exit leads to a step that is there. */
final class TargetsRule {

    private TargetsRule() {}

    static void check(Flow flow, Problems problems) {
        target(flow, flow.start(), problems);
        for (Step step : flow.steps().values()) {
            Exits.of(step).stream().map(Exit::target).distinct().forEach(target -> target(flow, target, problems));
        }
    }

    private static void target(Flow flow, Target target, Problems problems) {
        String name = target.step();
        if (target.isReturn()
                || flow.steps().containsKey(name)
                || flow.brokenSteps().contains(name)) {
            return;
        }
        Stream<String> known = Stream.concat(flow.steps().keySet().stream(), flow.brokenSteps().stream());
        problems.error(
                target.at(),
                "unknown step " + name,
                DidYouMean.closest(name, known)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("steps of this flow: " + Words.list(flow.steps().keySet())));
    }
}
