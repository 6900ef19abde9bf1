package org.rexian.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads {@code rexian.yaml} into a {@link Configuration}, or into every problem that it has. */
public final class ConfigurationFile {

    private static final YamlFile<Configuration> FORM = new YamlFile<>(
            Configuration.TABLE,
            "docs/operating/rexian.yaml",
            (file, root, name) -> Configuration.read(file, Written.of(Path.of(name), root)));

    private static final YamlFile<ApiAddress> API =
            new YamlFile<>(Configuration.TABLE, "docs/operating/rexian.yaml", (file, _, _) -> api(file));

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
        return outcome(FORM.load(file, environment));
    }

    static Outcome parse(String text, String name, Path folder, UnaryOperator<@Nullable String> environment) {
        return outcome(FORM.parse(text, name, folder, environment));
    }

    /** Where the engine that runs with this file can be asked; empty when the file can't be read as YAML. */
    public static Optional<ApiAddress> api(Path file) {
        return API.inSpiteOfProblems(file, System::getenv);
    }

    private static ApiAddress api(Section file) {
        HttpConfiguration http = HttpConfiguration.read(file.section(HttpConfiguration.TABLE));
        return new ApiAddress(http.listen(), http.token(), file.resolve(file.get(Configuration.DATA)));
    }

    private static Outcome outcome(YamlFile.Outcome<Configuration> read) {
        return switch (read) {
            case YamlFile.Outcome.Good<Configuration>(Configuration configuration, List<Problem> warnings) ->
                new Outcome.Loaded(configuration, warnings);
            case YamlFile.Outcome.Bad<Configuration>(List<Problem> problems) -> new Outcome.Refused(problems);
        };
    }
}
