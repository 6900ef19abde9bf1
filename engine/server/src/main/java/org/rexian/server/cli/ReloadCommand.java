package org.rexian.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rexian.server.Printable;
import org.rexian.server.config.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code rexian reload [FILE]}: the running engine reads its file again. */
@Command(
        name = "reload",
        description =
                "Makes the engine that runs with FILE read it again: queues, agents, skills, routing, hotlines, phones'"
                        + " accounts and the log's level change at once, nobody loses a place. A file with problems changes nothing."
                        + " Keys that need a restart are listed. SIGHUP does the same.",
        mixinStandardHelpOptions = true)
final class ReloadCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "rexian.yaml",
            description = "The configuration that the engine was started with; ${DEFAULT-VALUE} where none is named.")
    Path file = Path.of("rexian.yaml");

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            ApiClient.Answer answer = ApiClient.of(file)
                    .post(
                            "/api/configuration/reload",
                            Map.of("file", file.toAbsolutePath().normalize().toString()));
            return print(answer, out);
        } catch (ApiClient.Unreachable e) {
            spec.commandLine().getErr().println("rexian: " + e.getMessage());
            return ExitCode.UNREACHABLE;
        }
    }

    private static int print(ApiClient.Answer answer, PrintWriter out) {
        JsonNode body = answer.body();
        body.path("warnings").forEach(warning -> out.println(lines(warning)));
        if (answer.ok()) {
            list(out, "changed", body.path("changed"), "nothing has changed");
            list(out, "needs a restart", body.path("needRestart"), "");
            return ExitCode.OK;
        }
        body.path("problems").forEach(problem -> out.println(problem(problem)));
        out.println(answer.error());
        return ExitCode.PROBLEMS;
    }

    private static void list(PrintWriter out, String title, JsonNode keys, String none) {
        if (keys.isEmpty() && !none.isEmpty()) {
            out.println(none);
        }
        keys.forEach(key -> out.println(title + ": " + Printable.line(key.asString(""))));
    }

    private static Problem problem(JsonNode node) {
        return new Problem(
                node.path("file").asString(""),
                node.path("line").asInt(0),
                node.path("column").asInt(0),
                Printable.line(node.path("what").asString("")),
                Printable.line(node.path("hint").asString("")));
    }

    private static String lines(JsonNode warning) {
        return String.join(
                System.lineSeparator(),
                warning.asString("").lines().map(Printable::line).toList());
    }
}
