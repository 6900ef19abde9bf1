package org.rexian.ivr.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.yaml.Problems;
import org.rexian.ivr.yaml.YamlNode.Text;

/**
 * Reads a requirement as the router will: clauses with {@code ;} between them.
 *
 * <pre>
 * clause    = condition ["never" "relax"] | "prefer" one {"," one} | "after" duration ":" condition | "when" "ewt" ">" duration ":" condition
 * condition = "any" | what {@link ConditionReader} reads
 * </pre>
 *
 * Here it is only checked; its text goes to the router as it is. The router's parser is in a module that this one may not see: a
 * corpus of texts holds the two together.
 */
public final class RequirementReader {

    private static final Pattern DURATION = Pattern.compile("[0-9]{1,6}(ms|s|m|h)");
    static final int MAX_LENGTH = 2_000;

    private final Text source;
    private final ConditionReader words;
    private boolean plan;

    private RequirementReader(Text source, Problems problems) {
        this.source = source;
        this.words = new ConditionReader(source, problems);
    }

    /** The requirement; empty if it is none, with the reason in the problems. Blank text asks for nothing. */
    public static Optional<Step.Requires> read(Text source, Problems problems) {
        if (source.value().isBlank()) {
            return Optional.of(new Step.Requires("", List.of(), false, false, source.at(), Optional.empty()));
        }
        if (source.value().length() > MAX_LENGTH) {
            problems.error(source.at(), "the requirement is too long", "at most " + MAX_LENGTH + " characters");
            return Optional.empty();
        }
        return new RequirementReader(source, problems).whole();
    }

    private Optional<Step.Requires> whole() {
        return clauses() && (words.peek().isEnd() || words.wrong("and, or, ; or the end"))
                ? Optional.of(new Step.Requires(
                        source.value(), words.skills(), words.alternatives(), plan, source.at(), Optional.empty()))
                : Optional.empty();
    }

    private boolean clauses() {
        boolean more = true;
        while (more && !words.peek().isEnd()) { // a semicolon at the end does no harm
            if (!clause()) {
                return false;
            }
            more = words.take(";");
            plan |= more;
        }
        return true;
    }

    private boolean clause() {
        if (words.take("prefer")) {
            plan = true;
            return preferences();
        }
        if (words.take("after")) {
            return step();
        }
        if (words.take("when")) {
            return expect("ewt") && expect(">") && step();
        }
        if (!condition()) {
            return false;
        }
        if (words.take("never")) {
            plan = true;
            return expect("relax");
        }
        return true;
    }

    private boolean preferences() {
        do {
            if (!words.one()) {
                return false;
            }
        } while (words.take(","));
        return true;
    }

    private boolean step() {
        plan = true;
        return words.takeIf(DURATION.matcher(words.peek().text()).matches(), "a duration such as 20s, 2m or 1h")
                && expect(":")
                && condition();
    }

    private boolean condition() {
        boolean any = words.take("any");
        plan |= any;
        return any || words.any();
    }

    private boolean expect(String word) {
        return words.take(word) || words.wrong(word);
    }
}
