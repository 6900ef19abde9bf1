package org.rexian.server.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.rexian.server.CannotStart;
import org.rexian.server.LogLevel;
import org.rexian.server.Rexian;
import org.rexian.server.board.BoardScreen;
import org.rexian.server.check.SiteCheck;
import org.rexian.server.config.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rexian serve -c FILE}: runs the engine until it is told to stop. */
@Command(
        name = "serve",
        description =
                "Runs the engine until it gets SIGINT or SIGTERM; calls in progress may go on for calls.drain, then they are"
                        + " ended properly. A second signal ends everything at once.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final Logger log = LoggerFactory.getLogger(ServeCommand.class);

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-c", "--config"},
            required = true,
            paramLabel = "FILE",
            description = "The configuration, usually rexian.yaml.")
    Path file = Path.of("rexian.yaml");

    @Option(names = "--board", description = "Show a live board of calls, queues and agents.")
    boolean board;

    @Override
    public Integer call() throws CannotStart, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        return switch (SiteCheck.of(file)) {
            case SiteCheck.Outcome.Fit site -> {
                site.warnings().forEach(err::println);
                yield serve(site);
            }
            case SiteCheck.Outcome.Unfit(List<Problem> problems, List<String> warnings) -> {
                warnings.forEach(err::println);
                CheckCommand.print(problems, err);
                yield ExitCode.PROBLEMS;
            }
        };
    }

    private int serve(SiteCheck.Outcome.Fit site) throws CannotStart, InterruptedException {
        LogLevel.set(site.configuration().log());
        CompletableFuture<Rexian> started = new CompletableFuture<>();
        listenForReload(started);
        Rexian rexian = Rexian.start(site);
        started.complete(rexian);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("rexian-stop").unstarted(() -> {
                    rexian.close();
                    stopped.countDown();
                }));
        StopSignals.listen();
        if (board) {
            boolean terminal = Optional.ofNullable(System.console())
                    .map(Console::isTerminal)
                    .orElse(false);
            BoardScreen screen = BoardScreen.start(rexian.feed(), System.out, terminal);
            stopped.await();
            screen.close();
        }
        stopped.await();
        return ExitCode.OK;
    }

    /** SIGHUP reads the file again, from the first moment on; by itself it would end the process. What came of it is in the log. */
    private static void listenForReload(CompletableFuture<Rexian> started) {
        String failure = Signals.on("HUP", number -> {
            try {
                started.join().reload().now();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        if (!failure.isEmpty()) {
            log.warn("SIGHUP will not read the configuration again: {}", failure);
        }
    }
}
