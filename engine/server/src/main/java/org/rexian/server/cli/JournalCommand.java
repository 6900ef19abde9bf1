package org.rexian.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.CommandCodec;
import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.Malformed;
import org.rexian.server.CannotStart;
import org.rexian.server.Printable;
import org.rexian.server.journal.Content;
import org.rexian.server.journal.LogFolder;
import org.rexian.server.journal.LogReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rexian journal FOLDER}: what the router was told, for whoever looks for a mistake; the engine may run meanwhile. */
@Command(
        name = "journal",
        description =
                "Prints the commands of a journal, or of one of its files, one a line: number, time, command. Says at the end whether"
                        + " it is whole. Changes nothing.",
        mixinStandardHelpOptions = true)
final class JournalCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE|FOLDER",
            description = "The journal's folder (usually data/journal), or one file of it.")
    Path path = Path.of("data/journal");

    @Option(names = "--verify", description = "Print no commands, only whether all can be read.")
    boolean verify;

    @Override
    public Integer call() throws CannotStart {
        PrintWriter out = spec.commandLine().getOut();
        try {
            LogReader.End end = Files.isDirectory(path)
                    ? LogReader.read(folder(), firstRecord() - 1, this::print)
                    : LogReader.readFile(path, this::print);
            return say(end, out);
        } catch (IOException e) {
            throw new CannotStart(path + " can't be read: " + e.getMessage(), e);
        }
    }

    private LogFolder folder() {
        return new LogFolder(path, Content.COMMANDS);
    }

    private long firstRecord() throws IOException {
        return folder().segments().stream()
                .findFirst()
                .map(LogFolder.Numbered::sequence)
                .orElseThrow(() -> new IOException("there is no journal in it"));
    }

    private void print(long number, BytesIn payload) throws Malformed {
        AcdCommand command = CommandCodec.read(payload);
        payload.end();
        if (!verify) {
            String line = number + " " + Instant.ofEpochMilli(command.at()) + " " + command;
            spec.commandLine().getOut().println(Printable.line(line));
        }
    }

    private static int say(LogReader.End end, PrintWriter out) {
        switch (end) {
            case LogReader.End.Whole(long last) -> out.println("whole, up to command " + last);
            case LogReader.End.Torn torn ->
                out.println("whole up to command " + torn.last() + "; the rest of " + torn.file() + " from byte "
                        + torn.offset() + " on was torn by a crash (" + torn.reason()
                        + "), the next start cuts it off");
            case LogReader.End.Gap gap ->
                out.println("whole up to command " + gap.last() + "; the disk refused those from " + (gap.last() + 1)
                        + " to " + (gap.resumed() - 1) + "; only a snapshot leads on");
            case LogReader.End.Corrupt bad -> {
                out.println("DAMAGED at " + bad.file() + ":" + bad.offset() + ": " + bad.reason()
                        + "; whole up to command " + bad.last());
                return ExitCode.PROBLEMS;
            }
        }
        return ExitCode.OK;
    }
}
