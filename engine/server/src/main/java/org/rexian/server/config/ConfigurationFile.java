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

/** Reads {@code rexian.yaml} into a {@link Configuration}, or into every problem that it has. */
public final class ConfigurationFile {

    private static final int MAX_CHARACTERS = 4_000_000;

    /** What came of reading a file. */
    public sealed interface Outcome {
        /** The file is fit to run; warnings say what is probably not meant so. */
        record Loaded(Configuration configuration, List<Problem> warnings) implements Outcome {}

        /** At least one problem, in the order of the file. */
        record Refused(List<Problem> problems) implements Outcome {}
    }

    private ConfigurationFile() {}

    /** Reads a file with the environment of this process. */
    public static Outcome load(Path file) {
        return load(file, System::getenv);
    }

    static Outcome load(Path file, UnaryOperator<@Nullable String> environment) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        try {
            if (Files.size(file) > MAX_CHARACTERS) {
                return refused(file, "the file is larger than " + MAX_CHARACTERS + " bytes", "");
            }
            return parse(Files.readString(file), file.toString(), folder, environment);
        } catch (NoSuchFileException e) {
            return refused(file, "there is no such file", "see docs/operating/rexian.yaml for an example");
        } catch (CharacterCodingException e) {
            return refused(file, "the file is not UTF-8 text", "save it as UTF-8");
        } catch (IOException e) {
            return refused(file, "the file can't be read: " + e.getMessage(), "");
        }
    }

    static Outcome parse(String text, String name, Path folder, UnaryOperator<@Nullable String> environment) {
        Problems problems = new Problems(name);
        Optional<Node> root = compose(text, problems);
        Optional<Configuration> configuration = root.map(node -> Configuration.read(
                new Section(new Section.Reading(problems, environment, folder), Configuration.TABLE, node),
                Written.of(Path.of(name), node)));
        List<Problem> all = problems.all();
        if (all.isEmpty() && configuration.isPresent()) {
            return new Outcome.Loaded(configuration.get(), problems.warnings());
        }
        return new Outcome.Refused(
                all.isEmpty()
                        ? List.of(new Problem(name, 1, 1, "the file is empty", "see docs/operating/rexian.yaml"))
                        : all);
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

    /** Where the engine that runs with this file can be asked; empty when the file can't be read as YAML. */
    public static Optional<ApiAddress> api(Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        Problems ignored = new Problems(file.toString());
        try {
            return compose(Files.readString(file), ignored).map(node -> {
                Section root =
                        new Section(new Section.Reading(ignored, System::getenv, folder), Configuration.TABLE, node);
                HttpConfiguration http = HttpConfiguration.read(root.section(HttpConfiguration.TABLE));
                return new ApiAddress(http.listen(), http.token(), root.resolve(root.get(Configuration.DATA)));
            });
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Outcome refused(Path file, String what, String hint) {
        return new Outcome.Refused(List.of(new Problem(file.toString(), 1, 1, what, hint)));
    }
}
