package org.rexian.ivr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rexian.ivr.FlowAction.Prompt;
import org.rexian.ivr.model.Speech;

/** Turns what a flow says into recordings, by the conditions, the values and the language of this moment. */
final class Spoken {

    private final FlowLibrary library;
    private final FlowRun run;

    Spoken(FlowLibrary library, FlowRun run) {
        this.library = library;
        this.run = run;
    }

    List<Prompt> prompts(Speech... speeches) {
        List<Prompt> found = new ArrayList<>();
        for (Speech speech : speeches) {
            for (Speech.Item item : speech.items()) {
                add(item, found);
            }
        }
        return found;
    }

    /** Whether the item's condition holds, even if nothing came of it. */
    private boolean add(Speech.Item item, List<Prompt> found) {
        if (item.when().isPresent() && !run.holds(item.when().get())) {
            return false;
        }
        switch (item) {
            case Speech.Prompt prompt -> recording(prompt.name(), found);
            case Speech.Value value -> {
                String text = String.valueOf(run.valueOr(value.value(), ""));
                library.sayAs().promptNames(value.kind(), text, run.language()).forEach(name -> recording(name, found));
            }
            case Speech.First first -> {
                for (Speech.Item each : first.items()) {
                    if (add(each, found)) {
                        break;
                    }
                }
            }
            case Speech.All all -> all.items().forEach(each -> add(each, found));
        }
        return true;
    }

    private void recording(String name, List<Prompt> found) {
        Prompt prompt = library.folder()
                .prompts()
                .getOrDefault(run.language(), Map.of())
                .get(name);
        if (prompt != null) {
            found.add(prompt);
        }
    }
}
