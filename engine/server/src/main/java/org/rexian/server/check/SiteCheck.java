package org.rexian.server.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rexian.ivr.FlowLibrary;
import org.rexian.server.config.Configuration;
import org.rexian.server.config.ConfigurationFile;
import org.rexian.server.config.Problem;

/**
 * Everything that can be known to be wrong before the engine starts: the configuration file, the hotlines that it names, how the
 * two fit together, and the folders that will be written. Starts nothing; makes the folders that are missing.
 */
public final class SiteCheck {

    private SiteCheck() {}

    /** What came of it. Warnings are lines for the operator and keep nothing from starting. */
    public sealed interface Outcome {
        /** Fit to start, with the hotlines as they were read: what was checked is what runs. */
        record Fit(Configuration configuration, List<FlowLibrary> hotlines, List<String> warnings) implements Outcome {}

        /** At least one problem. */
        record Unfit(List<Problem> problems, List<String> warnings) implements Outcome {}
    }

    /** Reads and checks a configuration and all that it names. Blocks on the disk. */
    public static Outcome of(Path file) {
        return switch (ConfigurationFile.load(file)) {
            case ConfigurationFile.Outcome.Refused(List<Problem> problems) -> new Outcome.Unfit(problems, List.of());
            case ConfigurationFile.Outcome.Loaded(Configuration configuration, List<Problem> warnings) ->
                of(file, configuration, warnings);
        };
    }

    private static Outcome of(Path file, Configuration configuration, List<Problem> found) {
        List<Problem> problems = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        found.forEach(warning -> warnings.add("warning: " + warning));
        List<FlowLibrary> hotlines = new HotlineCheck(configuration, file, problems, warnings).run();
        new FolderCheck(configuration, file, problems).run();
        return problems.isEmpty()
                ? new Outcome.Fit(configuration, hotlines, List.copyOf(warnings))
                : new Outcome.Unfit(List.copyOf(problems), List.copyOf(warnings));
    }
}
