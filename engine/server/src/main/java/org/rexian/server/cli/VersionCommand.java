package org.rexian.server.cli;

import java.util.concurrent.Callable;
import org.rexian.server.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rexian version}. */
@Command(name = "version", description = "Prints the version, the JDK and the machine.")
final class VersionCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .printf(
                        "Rexian %s%nJava   %s (%s)%nSystem %s %s, %d cores%n",
                        Version.text(),
                        System.getProperty("java.version"),
                        System.getProperty("java.vendor"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors());
        return ExitCode.OK;
    }
}
