package org.rexian.server.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.rexian.ivr.FlowLibrary;
import org.rexian.ivr.FlowProblem;
import org.rexian.ivr.phone.CallStart;
import org.rexian.ivr.phone.PromptTexts;
import org.rexian.ivr.phone.TryPhone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rexian flow check|try DIR}: a hotline's folder without an engine. */
@Command(
        name = "flow",
        description = "Checks a hotline's folder, or tries it in the terminal.",
        mixinStandardHelpOptions = true)
final class FlowCommand implements Runnable {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do, for example: rexian flow check hotlines/10060");
    }

    @Command(
            name = "check",
            description = "Prints every problem of a hotline at once, as file:line:column with a hint.",
            mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "DIR", description = "The hotline's folder.") Path folder) {
        PrintWriter out = spec.commandLine().getOut();
        FlowLibrary.Loaded loaded = FlowLibrary.load(folder);
        loaded.problems().forEach(out::println);
        if (loaded.library().isEmpty()) {
            long errors =
                    loaded.problems().stream().filter(FlowProblem::isError).count();
            out.println(errors == 1 ? "1 error" : errors + " errors");
            return ExitCode.PROBLEMS;
        }
        FlowLibrary library = loaded.library().get();
        out.println(library.name() + " is fine: numbers "
                + String.join(", ", library.numbers().keySet().stream().sorted().toList()) + ", queues "
                + String.join(", ", library.queues()) + ", version " + library.version());
        return ExitCode.OK;
    }

    @Command(
            name = "try",
            description = "A phone in the terminal: prints what a caller would hear, takes keys, lets the time run.",
            mixinStandardHelpOptions = true)
    int tryOut(
            @Parameters(paramLabel = "DIR", description = "The hotline's folder.") Path folder,
            @Option(names = "--number", description = "The number to dial; the first one where left out.")
                    Optional<String> number,
            @Option(names = "--from", defaultValue = "13800000000", description = "The caller: ${DEFAULT-VALUE}.")
                    String from,
            @Option(names = "--language", description = "The language, instead of the number's.")
                    Optional<String> language,
            @Option(
                            names = "--at",
                            defaultValue = CallStart.DEFAULT_TIME,
                            description = "When the call is made, in the hotline's time zone: ${DEFAULT-VALUE}.")
                    String at,
            @Option(names = "--set", description = "An attribute of the call, as name=value.") Map<String, String> set)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        FlowLibrary.Loaded loaded = FlowLibrary.load(folder);
        loaded.problems().forEach(out::println);
        if (loaded.library().isEmpty()) {
            return ExitCode.PROBLEMS;
        }
        FlowLibrary library = loaded.library().get();
        String dialled = number.orElseGet(
                () -> library.numbers().keySet().stream().sorted().findFirst().orElse(""));
        long time = CallStart.time(at, library.zone())
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--at " + at + " is no time: write it as " + CallStart.DEFAULT_TIME));
        Map<String, String> attributes = Optional.ofNullable(set).orElse(Map.of());
        boolean called = new TryPhone(
                        library,
                        PromptTexts.read(folder),
                        new InputStreamReader(System.in, StandardCharsets.UTF_8),
                        out)
                .run(new CallStart(dialled, from, language, time, attributes));
        out.flush();
        return called ? ExitCode.OK : ExitCode.PROBLEMS;
    }
}
