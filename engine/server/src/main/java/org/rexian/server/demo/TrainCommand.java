package org.rexian.server.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.rexian.server.CannotStart;
import org.rexian.server.Rexian;
import org.rexian.server.cli.ExitCode;
import picocli.CommandLine.Command;

/**
 * {@code rexian train}: one start, one call, one stop, on free loopback ports. The launcher runs it after a build with
 * {@code -XX:AOTCacheOutput}, so that later starts find their classes loaded and linked (JEP 483, JEP 514).
 */
@Command(name = "train", hidden = true, description = "Starts, takes one call and stops, for the launcher's cache.")
public final class TrainCommand implements Callable<Integer> {

    @Override
    public Integer call() throws CannotStart, IOException, InterruptedException {
        Path home =
                Path.of(System.getProperty("rexian.home", ".")).toAbsolutePath().normalize();
        DemoFolder folder = DemoFolder.open(Optional.empty());
        DemoLog.to(folder.log());
        int sipPort = freePort();
        try (Rexian _ = Rexian.start(folder.configure("127.0.0.1:" + sipPort, "127.0.0.1:" + freePort(), home))) {
            return TrainingCall.place(sipPort) ? ExitCode.OK : ExitCode.FAILED;
        } finally {
            delete(folder.path());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
