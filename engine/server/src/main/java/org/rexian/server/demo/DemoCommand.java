package org.rexian.server.demo;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.rexian.server.CannotStart;
import org.rexian.server.Rexian;
import org.rexian.server.board.BoardScreen;
import org.rexian.server.check.SiteCheck;
import org.rexian.server.cli.ExitCode;
import org.rexian.server.config.Configuration;
import org.rexian.server.live.LiveSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rexian demo}: the hotline that ships, on loopback, with robot agents, and robot callers if asked for. */
@Command(
        name = "demo",
        description = {
            "Runs the hotline 10060 on this machine with robot agents, and shows a live board.",
            "With --callers it ends by itself and prints a summary; else Ctrl-C ends it."
        },
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    private static final List<String> ROBOT_AGENTS = List.of("1001", "1002", "1003", "1004", "1005", "1006");

    /**
     * What robot callers press. The repair desk never closes, so that the demo has work at any hour; the others find out
     * whether the hotline is open now, like any caller.
     */
    private static final String PRESSES = String.join(
            " | ",
            "2s 1 2s 2 2s 0 2s 13912345678# 3s 1", // Chinese, fault, the number, right
            "2s 2 2s 2 2s 1 2s 13912345678# 3s 1", // English, broadband fault
            "2s 1 2s 2 2s 2 2s 1381234567# 3s 13812345678# 3s 1", // mistypes the number once
            "2s 1 2s 0", // Chinese, an agent
            "2s 2 2s 1 2s 1 6s 0 2s 13712345678# 3s 1"); // English, bills, hears the billing day, then asks

    /** Exit codes above this say that a signal ended a process: Ctrl-C reaches the robots, too. */
    private static final int SIGNALLED = 128;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--callers", paramLabel = "N", description = "robot callers at once (default: none)")
    int callers;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "1",
            description = "new robot calls a second (default: 1)")
    double rate = 1;

    @Option(
            names = "--for",
            paramLabel = "T",
            defaultValue = "60s",
            description = "how long robot callers keep calling, for example 90s or 5m (default: 60s)")
    String duration = "60s";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder for records, recordings and log (default: a temporary one)")
    Optional<Path> data = Optional.empty();

    @Option(
            names = "--sip",
            paramLabel = "ADDRESS:PORT",
            defaultValue = "127.0.0.1:5060",
            description = "default: ${DEFAULT-VALUE}")
    String sip = "127.0.0.1:5060";

    @Option(
            names = "--http",
            paramLabel = "ADDRESS:PORT",
            defaultValue = "127.0.0.1:8080",
            description = "default: ${DEFAULT-VALUE}")
    String http = "127.0.0.1:8080";

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "seed of whatever the robots draw by lot (default: 1)")
    long seed = 1;

    @Override
    public Integer call() throws CannotStart, InterruptedException, IOException {
        checkOptions();
        Path home =
                Path.of(System.getProperty("rexian.home", ".")).toAbsolutePath().normalize();
        DemoFolder folder = DemoFolder.open(data);
        DemoLog.to(folder.log());
        SiteCheck.Outcome.Fit site = folder.configure(sip, http, home);
        Demo demo = new Demo(folder, site.configuration(), Rexian.start(site));
        Thread onSignal = Thread.ofPlatform().name("rexian-demo-stop").unstarted(demo::stop);
        Runtime.getRuntime().addShutdownHook(onSignal);
        demo.announce();
        demo.begin(RobotProcess.start(home, robots(), folder.robotsLog()));
        demo.runToTheEnd();
        demo.stop();
        return demo.balanced() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void checkOptions() {
        if (callers < 0 || rate <= 0 || rate > 100 || !duration.matches("\\d{1,6}(ms|s|m|h)")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--callers is 0 or more, --rate above 0 and at most 100, --for a time such as 60s");
        }
    }

    private List<String> robots() {
        List<String> agents =
                ROBOT_AGENTS.stream().map(agent -> agent + ":demo-" + agent).toList();
        List<String> arguments = new ArrayList<>(
                List.of("--server", sip, "--agents", String.join(",", agents), "--seed", Long.toString(seed)));
        if (callers > 0) {
            arguments.addAll(List.of(
                    "--callers",
                    Integer.toString(callers),
                    "--rate",
                    Double.toString(rate),
                    "--for",
                    duration,
                    "--press",
                    PRESSES));
        }
        return arguments;
    }

    /** A demo that runs; ended once, by its own end or by a signal. */
    private final class Demo {

        private final DemoFolder folder;
        private final Configuration configuration;
        private final Rexian rexian;
        private final PrintWriter out = spec.commandLine().getOut();
        private Optional<RobotProcess> robots = Optional.empty();
        private Optional<BoardScreen> screen = Optional.empty();
        private boolean ended;
        private boolean balanced = true;

        Demo(DemoFolder folder, Configuration configuration, Rexian rexian) {
            this.folder = folder;
            this.configuration = configuration;
            this.rexian = rexian;
        }

        void announce() {
            out.println("Rexian 热线: the hotline 10060 is open.");
            out.println("  call     sip:10060@" + sip
                    + "   (also 189, 180 for the Gold Club, 112 for faults), UDP or TCP, any softphone");
            out.println("  work     register 1009 with password demo-1009 at " + sip
                    + ", dial *11 to sign in, *12 to sign out");
            out.println("  look     http://" + http + "/healthz");
            out.println("  files    " + folder.path() + "  (configuration, log, records, recordings)");
            out.println(
                    callers > 0
                            ? "  robots   6 agents, up to " + callers + " callers for " + duration
                            : "  robots   6 agents; Ctrl-C ends");
            out.flush();
        }

        synchronized void begin(RobotProcess started) {
            robots = Optional.of(started);
            boolean terminal = Optional.ofNullable(System.console())
                    .map(Console::isTerminal)
                    .orElse(false);
            screen = Optional.of(BoardScreen.start(rexian.feed(), System.out, terminal));
        }

        /** With callers, the robots end by themselves; without, a signal ends them. */
        void runToTheEnd() throws InterruptedException, CannotStart {
            int status = robots.orElseThrow().await();
            if (status != 0 && status < SIGNALLED && !ended()) {
                stop();
                throw new CannotStart("the robots failed (" + status + "), see " + folder.robotsLog());
            }
        }

        private synchronized boolean ended() {
            return ended;
        }

        synchronized boolean balanced() {
            return balanced;
        }

        synchronized void stop() {
            if (ended) {
                return;
            }
            ended = true;
            robots.ifPresent(RobotProcess::stop);
            screen.ifPresent(BoardScreen::close);
            try {
                LiveSnapshot end = rexian.feed().fresh();
                rexian.close();
                summarize(end);
            } catch (TimeoutException | IOException e) {
                rexian.close();
                out.println("no summary: " + e.getMessage());
            } catch (InterruptedException e) {
                rexian.close();
                Thread.currentThread().interrupt();
            }
            out.flush();
        }

        private void summarize(LiveSnapshot end) throws IOException {
            Optional<RobotProcess.Tally> tally =
                    robots.isPresent() ? robots.get().tally() : Optional.empty();
            DemoSummary summary = new DemoSummary(
                    end, tally, DemoRecords.count(configuration.storage().database()));
            List<String> differences =
                    DemoRecords.differences(configuration.storage().database());
            balanced = summary.balanced() && differences.isEmpty();
            out.println();
            summary.lines().forEach(out::println);
            differences.forEach(difference -> out.println("statistics don't add up: " + difference));
            out.println("  files    " + folder.path());
        }
    }
}
