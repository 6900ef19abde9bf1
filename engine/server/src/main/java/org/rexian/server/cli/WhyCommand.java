package org.rexian.server.cli;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.rexian.server.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rexian why CONTACT|AGENT}: what the router says of one. */
@Command(
        name = "why",
        description =
                "Says why a contact waits, who could serve it and what will change that; of a contact that is over, what was"
                        + " decided about it; of an agent, why nobody is offered. Asks a running engine.",
        mixinStandardHelpOptions = true)
final class WhyCommand implements Callable<Integer> {

    private static final int NOT_FOUND = 404;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "CONTACT|AGENT",
            description = "An agent's id, or a contact's number: a call's id is its first contact's.")
    String subject = "";

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            defaultValue = "rexian.yaml",
            description = "The configuration that the engine was started with; ${DEFAULT-VALUE} where none is named.")
    Path file = Path.of("rexian.yaml");

    @Option(names = "--json", description = "Print everything as JSON.")
    boolean json;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "en or zh; that of the shell (LANG) where none is named.")
    Optional<String> language = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            ApiClient client = ApiClient.of(file);
            ApiClient.Answer answer = ask(client, "agents");
            if (answer.status() == NOT_FOUND && subject.matches("\\d{1,18}")) {
                answer = ask(client, "contacts");
            }
            if (!answer.ok()) {
                err.println("rexian: " + answer.error());
                return ExitCode.PROBLEMS;
            }
            if (json) {
                out.println(answer.body().toPrettyString());
            } else {
                answer.body().path("text").forEach(line -> out.println(Printable.line(line.asString(""))));
            }
            return ExitCode.OK;
        } catch (ApiClient.Unreachable e) {
            err.println("rexian: " + e.getMessage());
            return ExitCode.UNREACHABLE;
        }
    }

    private ApiClient.Answer ask(ApiClient client, String what) throws ApiClient.Unreachable, InterruptedException {
        String id = URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
        String words = language.orElseGet(WhyCommand::shell).replaceAll("[^A-Za-z-]", "");
        return client.get("/api/why/" + what + "/" + id + "?lang=" + words);
    }

    /** The language of the shell, by the usual three variables in their order. */
    private static String shell() {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> Optional.ofNullable(System.getenv(name)).orElse(""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("en");
    }
}
