package org.rexian.ivr.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rexian.ivr.FlowAction;
import org.rexian.ivr.model.Flow;
import org.rexian.ivr.model.Folder;
import org.rexian.ivr.model.Recording;
import org.rexian.ivr.model.Speech;
import org.rexian.ivr.model.Speeches;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.say.SayAs;
import org.rexian.ivr.say.SayKind;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.DidYouMean;
import org.rexian.ivr.yaml.Problems;

/** Every recording that may be played is there in every language of the hotline, and can be played. */
final class PromptsRule {

    private final Folder folder;
    private final SayAs sayAs;
    private final Problems problems;
    private final Map<String, Set<String>> missing = new HashMap<>();

    private PromptsRule(Folder folder, SayAs sayAs, Problems problems) {
        this.folder = folder;
        this.sayAs = sayAs;
        this.problems = problems;
    }

    static void check(Folder folder, SayAs sayAs, Problems problems) {
        PromptsRule rule = new PromptsRule(folder, sayAs, problems);
        for (Flow flow : folder.flows().values()) {
            for (Step step : flow.steps().values()) {
                Speeches.itemsOf(step).forEach(rule::item);
            }
        }
    }

    private void item(Speech.Item item) {
        for (String language : folder.hotline().languages()) {
            switch (item) {
                case Speech.Prompt prompt -> prompt(prompt.name(), prompt.at(), language);
                case Speech.Value value -> value(value, language);
                default -> {}
            }
        }
    }

    private void prompt(String name, At at, String language) {
        Optional<FlowAction.Prompt> found = folder.prompt(language, name);
        if (found.isEmpty()) {
            var known = folder.prompts().getOrDefault(language, Map.of()).keySet();
            problems.error(
                    at,
                    "no recording " + name + " in " + language,
                    DidYouMean.closest(name, known.stream())
                            .map(near -> "did you mean " + near + "?")
                            .orElse("prompts/" + language + "/" + name + ".wav"));
            return;
        }
        Optional.ofNullable(folder.recordings().get(found.get().file()))
                .flatMap(Recording::complaint)
                .ifPresent(complaint -> problems.error(
                        at,
                        "the recording " + name + " in " + language + " " + complaint,
                        "WAV, 16-bit PCM, one channel, 8 to 48 kHz"));
    }

    private void value(Speech.Value value, String language) {
        SayKind kind = value.kind();
        if (!sayAs.languages().contains(language)) {
            problems.error(
                    value.at(),
                    "no rules to speak " + kind.key() + " in " + language,
                    "there are " + Words.list(new TreeSet<>(sayAs.languages())));
            return;
        }
        Set<String> missing = missing(kind, language);
        if (!missing.isEmpty()) {
            problems.error(
                    value.at(),
                    "recordings to speak " + kind.key() + " in " + language + " are missing: " + Words.list(missing),
                    "prompts/" + language + "/");
        }
    }

    /** Every spoken number asks the same: found once. */
    private Set<String> missing(SayKind kind, String language) {
        return missing.computeIfAbsent(language + ' ' + kind.key(), _ -> {
            Set<String> names = new TreeSet<>(sayAs.vocabulary(kind, language));
            names.removeAll(folder.prompts().getOrDefault(language, Map.of()).keySet());
            return names;
        });
    }
}
