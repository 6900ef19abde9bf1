package org.rexian.harness.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rexian.harness.engine.Engine;
import org.rexian.harness.engine.EngineSetup;
import picocli.CommandLine.Option;

/** The engine under load: a child process of ours with the test hotline, or one that runs already. Options of every command. */
final class LoadEngine {

    @Option(names = "--agents", defaultValue = "0", description = "agents signed in (default: what the figure needs)")
    int agents;

    @Option(
            names = "--java",
            split = " ",
            defaultValue = "-XX:+UseZGC -Xmx4g",
            description = "options of the engine's JVM (default: ${DEFAULT-VALUE})")
    List<String> javaOptions = new ArrayList<>();

    @Option(names = "--folder", description = "where configuration and data go (default: a temporary folder)")
    Path folder = Path.of("");

    /** Starts it with {@code count} agents' phones at {@code agentPort}, all signed in. */
    Engine start(int count, int agentPort) throws IOException, InterruptedException {
        List<EngineSetup.AgentPhone> phones = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            phones.add(EngineSetup.AgentPhone.at(agentId(i), agentPort, "udp"));
        }
        Path home = folder.toString().isEmpty()
                ? Files.createTempDirectory("rexian-load-")
                : Files.createDirectories(folder);
        EngineSetup setup = EngineSetup.in(home, phones.toArray(EngineSetup.AgentPhone[]::new))
                .forLoad();
        Engine engine = Engine.start(setup, javaOptions.toArray(String[]::new));
        for (int i = 0; i < count; i++) {
            engine.signIn(agentId(i));
        }
        // Apart from the table, which r1 has begun already.
        System.err.printf(
                Locale.ROOT,
                "# engine pid %d, %s, first 200 after %d ms, java %s%n",
                engine.pid(),
                home,
                engine.startMillis(),
                String.join(" ", javaOptions));
        return engine;
    }

    private static String agentId(int i) {
        return String.format(Locale.ROOT, "a%04d", i);
    }

    static InetSocketAddress sip(Engine engine) {
        return engine.setup().sip();
    }
}
