package org.rexian.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads a scenario for {@code rexian sim}, or every problem that it has. */
public final class SimulationFile {

    private static final YamlFile<SimulationPlan> FORM = new YamlFile<>(
            SimulationPlan.TABLE, "docs/operating/sim", (file, _, name) -> SimulationPlan.read(file, name));

    /** What came of reading a file. */
    public sealed interface Outcome {
        /** Fit to be played; warnings say what is probably not meant so. */
        record Loaded(SimulationPlan plan, List<Problem> warnings) implements Outcome {}

        /** At least one problem, in the order of the file. */
        record Refused(List<Problem> problems) implements Outcome {}
    }

    private SimulationFile() {}

    /** Reads a file, and those that it names, with the environment of this process. */
    public static Outcome load(Path file) {
        return outcome(FORM.load(file, System::getenv));
    }

    static Outcome parse(String text, String name, Path folder, UnaryOperator<@Nullable String> environment) {
        return outcome(FORM.parse(text, name, folder, environment));
    }

    private static Outcome outcome(YamlFile.Outcome<SimulationPlan> read) {
        return switch (read) {
            case YamlFile.Outcome.Good<SimulationPlan>(SimulationPlan plan, List<Problem> warnings) ->
                new Outcome.Loaded(plan, warnings);
            case YamlFile.Outcome.Bad<SimulationPlan>(List<Problem> problems) -> new Outcome.Refused(problems);
        };
    }
}
