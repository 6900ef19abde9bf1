package org.rexian.server.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A YAML file that is read by a {@link Table}, whole, with every problem in it.
 *
 * @param example where to look for a good one
 * @param reader makes the value of the file's sections; what it says where there are problems is thrown away
 */
record YamlFile<T>(Table table, String example, Reader<T> reader) {

    private static final int MAX_CHARACTERS = 4_000_000;

    /** Makes the value; {@code name} is the file as the operator named it. */
    interface Reader<T> {
        T read(Section file, Node root, String name);
    }

    /** What came of reading: a value, or at least one problem, in the order of the file. */
    sealed interface Outcome<T> {
        /** The file is good; warnings say what is probably not meant so. */
        record Good<T>(T value, List<Problem> warnings) implements Outcome<T> {}

        /** It is not. */
        record Bad<T>(List<Problem> problems) implements Outcome<T> {}
    }

    Outcome<T> load(Path file, UnaryOperator<@Nullable String> environment) {
        try {
            if (Files.size(file) > MAX_CHARACTERS) {
                return refused(file, "the file is larger than " + MAX_CHARACTERS + " bytes", "");
            }
            return parse(Files.readString(file), file.toString(), folder(file), environment);
        } catch (NoSuchFileException e) {
            return refused(file, "there is no such file", "see " + example + " for an example");
        } catch (CharacterCodingException e) {
            return refused(file, "the file is not UTF-8 text", "save it as UTF-8");
        } catch (IOException e) {
            return refused(file, "the file can't be read: " + e.getMessage(), "");
        }
    }

    Outcome<T> parse(String text, String name, Path folder, UnaryOperator<@Nullable String> environment) {
        Problems problems = new Problems(name);
        Optional<T> value = compose(text, problems)
                .map(node -> value(node, new Section.Reading(problems, environment, folder), name));
        List<Problem> all = problems.all();
        if (all.isEmpty() && value.isPresent()) {
            return new Outcome.Good<>(value.get(), problems.warnings());
        }
        return new Outcome.Bad<>(
                all.isEmpty() ? List.of(new Problem(name, 1, 1, "the file is empty", "see " + example)) : all);
    }

    /** The value as far as it can be read, whatever is wrong with the rest; empty when the file can't be read as YAML. */
    Optional<T> inSpiteOfProblems(Path file, UnaryOperator<@Nullable String> environment) {
        Problems ignored = new Problems(file.toString());
        try {
            return compose(Files.readString(file), ignored)
                    .map(node -> value(node, new Section.Reading(ignored, environment, folder(file)), file.toString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private T value(Node node, Section.Reading reading, String name) {
        return reader.read(new Section(reading, table, node), node, name);
    }

    private static Path folder(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
    }

    private static Optional<Node> compose(String text, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(MAX_CHARACTERS)
                .setMaxAliasesForCollections(50)
                .build();
        try {
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            problems.add(mark, "not valid YAML: " + e.getProblem(), "check indentation, colons and quotes around here");
        } catch (YamlEngineException e) {
            problems.add(Optional.empty(), "not valid YAML: " + e.getMessage(), "");
        }
        return Optional.empty();
    }

    private Outcome<T> refused(Path file, String what, String hint) {
        return new Outcome.Bad<>(List.of(new Problem(file.toString(), 1, 1, what, hint)));
    }
}
