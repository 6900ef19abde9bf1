package org.rexian.ivr.check;

import java.util.Set;
import java.util.TreeSet;
import org.rexian.ivr.model.Exits;
import org.rexian.ivr.model.Flow;
import org.rexian.ivr.model.Folder;
import org.rexian.ivr.model.Hotline;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.DidYouMean;
import org.rexian.ivr.yaml.Problems;

/** Every number leads to a flow that can end the call by itself. */
final class NumbersRule {

    private NumbersRule() {}

    static void check(Folder folder, Problems problems) {
        Set<String> entries = new TreeSet<>();
        for (Hotline.Dialled number : folder.hotline().numbers().values()) {
            if (!folder.hasFlow(number.flow())) {
                problems.error(
                        number.flowAt(),
                        "unknown flow " + number.flow(),
                        DidYouMean.closest(number.flow(), folder.flows().keySet().stream())
                                .map(near -> "did you mean " + near + "?")
                                .orElse("make the file flows/" + number.flow() + ".yaml"));
            }
            entries.add(number.flow());
        }
        if (folder.hotline().numbers().isEmpty()) {
            problems.error(
                    new At("hotline.yaml", 1, 1), "no number leads to a flow", "numbers: {\"10060\": {flow: main}}");
        }
        entries.stream()
                .flatMap(name -> folder.flows().containsKey(name)
                        ? folder.flows().get(name).steps().values().stream()
                        : java.util.stream.Stream.empty())
                .flatMap(step -> Exits.of(step).stream())
                .filter(exit -> exit.target().isReturn())
                .forEach(exit -> problems.error(
                        exit.target().at(), "return in a flow that a number leads to", "go to an end step"));
        for (Flow flow : folder.flows().values()) {
            if (entries.contains(flow.name()) && !flow.arguments().isEmpty()) {
                problems.error(
                        flow.arguments().getFirst().at(),
                        "arguments of a flow that a number leads to",
                        "use call attributes");
            }
        }
    }
}
