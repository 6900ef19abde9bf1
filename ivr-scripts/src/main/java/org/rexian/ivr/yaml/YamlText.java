package org.rexian.ivr.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML 1.2 within bounds; {@link YamlBuilder} has the bounds on what is inside. */
public final class YamlText {

    public static final int MAX_CHARACTERS = 256 * 1024;
    public static final int MAX_DEPTH = 24;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setParseComments(false)
            .setCodePointLimit(MAX_CHARACTERS)
            .build();

    private YamlText() {}

    /** The document, or empty with the reason in {@code problems}. */
    public static Optional<YamlNode> read(String file, String text, Problems problems) {
        At start = new At(file, 1, 1);
        if (text.length() > MAX_CHARACTERS) {
            problems.error(start, "the file is too large", "at most " + MAX_CHARACTERS + " characters; split it");
            return Optional.empty();
        }
        try {
            return new YamlBuilder(file, problems).build(new Parse(SETTINGS).parseString(text));
        } catch (MarkedYamlEngineException e) {
            At at = e.getProblemMark().map(mark -> at(file, mark)).orElse(start);
            problems.error(at, "not YAML: " + oneLine(e.getProblem()), oneLine(e.getContext()));
        } catch (YamlEngineException e) {
            problems.error(start, "not YAML: " + oneLine(e.getMessage()));
        }
        return Optional.empty();
    }

    static At at(String file, Mark mark) {
        return new At(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String oneLine(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text.lines().findFirst().orElse("").strip();
    }
}
