package org.rexian.ivr.check;

import org.rexian.ivr.model.Flow;
import org.rexian.ivr.model.Folder;
import org.rexian.ivr.say.SayAs;
import org.rexian.ivr.yaml.Problems;

/** Runs every rule over a hotline whose files could be read. */
public final class FlowCheck {

    private FlowCheck() {}

    public static void run(Folder folder, SayAs sayAs, Problems problems) {
        NumbersRule.check(folder, problems);
        for (Flow flow : folder.flows().values()) {
            TargetsRule.check(flow, problems);
            ReferencesRule.check(flow, folder, problems);
            SubFlowRule.check(flow, folder, problems);
        }
        PromptsRule.check(folder, sayAs, problems);
        boolean acyclic = NestingRule.check(folder, problems);
        SecretsRule.check(folder, problems);
        if (acyclic && !problems.hasErrors()) {
            // On a broken graph these two would only repeat what is known already.
            ReachableRule.check(folder, problems);
            CircleRule.check(folder, problems);
        }
    }
}
