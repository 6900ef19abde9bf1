package org.rexian.ivr.check;

import java.util.Collection;
import java.util.List;
import org.rexian.ivr.model.Flow;
import org.rexian.ivr.model.Folder;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.DidYouMean;
import org.rexian.ivr.yaml.Problems;

/** Queues, skills and calendars are those that the hotline knows. */
final class ReferencesRule {

    private ReferencesRule() {}

    static void check(Flow flow, Folder folder, Problems problems) {
        for (Step step : flow.steps().values()) {
            switch (step) {
                case Step.Queue queue -> {
                    List<String> queues = folder.hotline().queues();
                    skills(queue.requires(), folder, problems);
                    for (Step.Choice choice : queue.choices()) {
                        known("queue", choice.queue(), choice.at(), queues, problems);
                        skills(choice.requires(), folder, problems);
                    }
                }
                case Step.Hours hours ->
                    known(
                            "calendar",
                            hours.calendar(),
                            hours.calendarAt(),
                            folder.calendars().byName().keySet().stream()
                                    .sorted()
                                    .toList(),
                            problems);
                default -> {}
            }
        }
    }

    private static void skills(List<Step.Requires> requirements, Folder folder, Problems problems) {
        requirements.stream()
                .flatMap(each -> each.skills().stream())
                .forEach(skill -> known(
                        "skill", skill.name(), skill.at(), folder.hotline().skills(), problems));
    }

    private static void known(String what, String name, At at, Collection<String> names, Problems problems) {
        if (names.contains(name)) {
            return;
        }
        String where = what.equals("calendar") ? "calendars.yaml" : "hotline.yaml";
        problems.error(
                at,
                "unknown " + what + " " + name,
                DidYouMean.closest(name, names.stream())
                        .map(near -> "did you mean " + near + "?")
                        .orElse("in " + where + ": " + Words.list(names)));
    }
}
