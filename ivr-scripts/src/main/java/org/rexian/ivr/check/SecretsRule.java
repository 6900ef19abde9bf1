package org.rexian.ivr.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.rexian.ivr.expr.Expression;
import org.rexian.ivr.model.Flow;
import org.rexian.ivr.model.Folder;
import org.rexian.ivr.model.Speech;
import org.rexian.ivr.model.Speeches;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.yaml.Problems;

/** No secret is said to whoever listens, or sent to the router, the agent or the records. */
final class SecretsRule {

    private SecretsRule() {}

    static void check(Folder folder, Problems problems) {
        Secrets secrets = new Secrets(folder.flows().values());
        for (Flow flow : folder.flows().values()) {
            for (Step step : flow.steps().values()) {
                Speeches.itemsOf(step).forEach(item -> {
                    if (item instanceof Speech.Value value) {
                        hide(flow, value.value(), "said", secrets, problems);
                    }
                });
                if (step instanceof Step.Queue queue) {
                    queue.attributes().values().forEach(value -> hide(flow, value, "sent", secrets, problems));
                    queue.customerClass().ifPresent(value -> hide(flow, value, "sent", secrets, problems));
                    Stream.of(
                                    queue.standing().agent(),
                                    queue.standing().customer(),
                                    queue.standing().ageCredit())
                            .flatMap(Optional::stream)
                            .forEach(value -> hide(flow, value, "sent", secrets, problems));
                    queue.priority().ifPresent(value -> hide(flow, value, "sent", secrets, problems));
                    queue.choices().stream()
                            .flatMap(choice -> choice.priority().stream())
                            .forEach(value -> hide(flow, value, "sent", secrets, problems));
                }
            }
        }
    }

    private static void hide(Flow flow, Expression value, String what, Secrets secrets, Problems problems) {
        if (secrets.isSecret(flow.name(), value)) {
            problems.error(
                    value.at(),
                    "a secret is " + what + ": `" + value.text() + "`",
                    "use a true-or-false of it, or drop it");
        }
    }
}
