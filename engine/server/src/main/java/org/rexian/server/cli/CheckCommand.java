package org.rexian.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.rexian.ivr.FlowLibrary;
import org.rexian.server.check.SiteCheck;
import org.rexian.server.config.Configuration;
import org.rexian.server.config.Problem;
import org.rexian.server.config.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rexian check -c FILE}: every problem of the file and of the hotlines at once, or what would run. Starts nothing. */
@Command(
        name = "check",
        description = "Prints every problem of a configuration and its hotlines, or a summary of what would run.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-c", "--config"},
            required = true,
            paramLabel = "FILE",
            description = "The configuration, usually rexian.yaml.")
    Path file = Path.of("rexian.yaml");

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return switch (SiteCheck.of(file)) {
            case SiteCheck.Outcome.Fit(Configuration configuration, List<FlowLibrary> _, List<String> warnings) -> {
                warnings.forEach(out::println);
                Summary.lines(configuration).forEach(out::println);
                yield ExitCode.OK;
            }
            case SiteCheck.Outcome.Unfit(List<Problem> problems, List<String> warnings) -> {
                warnings.forEach(out::println);
                print(problems, out);
                yield ExitCode.PROBLEMS;
            }
        };
    }

    static void print(List<Problem> problems, PrintWriter out) {
        problems.forEach(out::println);
        out.println(problems.size() == 1 ? "1 problem" : problems.size() + " problems");
    }
}
