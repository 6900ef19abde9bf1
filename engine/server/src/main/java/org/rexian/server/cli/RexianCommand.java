package org.rexian.server.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.rexian.server.CannotStart;
import org.rexian.server.Version;
import org.rexian.server.demo.DemoCommand;
import org.rexian.server.demo.TrainCommand;
import org.rexian.server.sim.SimCommand;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rexian}: the command line. */
@Command(
        name = "rexian",
        description = "A telephony hotline: SIP, IVR flows, queues and agents.",
        mixinStandardHelpOptions = true,
        versionProvider = RexianCommand.Versions.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All is well.",
            "1:The configuration or a flow has problems; they are printed.",
            "2:The command line is wrong.",
            "3:The engine can't start: a port is taken.",
            "4:A mistake of ours; the log has it.",
            "5:No engine answers, for commands that act on a running one."
        },
        subcommands = {
            DemoCommand.class,
            TrainCommand.class,
            ServeCommand.class,
            CheckCommand.class,
            ReloadCommand.class,
            WhyCommand.class,
            ReportCommand.class,
            FlowCommand.class,
            SimCommand.class,
            JournalCommand.class,
            VersionCommand.class,
            CommandLine.HelpCommand.class
        })
public final class RexianCommand implements Runnable {

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** Runs a command line; the exit code. */
    public static int run(String... args) {
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args);
    }

    /** The same with other streams. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new RexianCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(RexianCommand::failed)
                .execute(args);
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof CannotStart cannot) {
            command.getErr().println("rexian: " + cannot.text());
            return ExitCode.CANNOT_START;
        }
        LoggerFactory.getLogger(RexianCommand.class).error("{} failed", command.getCommandName(), failure);
        return ExitCode.FAILED;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do, for example: rexian check -c rexian.yaml");
    }

    /** For {@code --version}. */
    static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Rexian " + Version.text()};
        }
    }
}
