package org.rexian.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} as a process of its own, and what it makes of signals. */
@DisabledOnOs(OS.WINDOWS)
class SignalTest {

    private static final Pattern SIP_PORT = Pattern.compile("sip on \\[.*127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    Path folder = Path.of("");

    private Process serve(String drain) throws Exception {
        Path file = Site.write(folder, "127.0.0.1", drain);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.rexian.server.Main",
                        "serve",
                        "-c",
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private Path log() {
        return folder.resolve("log");
    }

    private int sipPort() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.readString(log()).contains("http api on"));
        try {
            Matcher port = SIP_PORT.matcher(Files.readString(log()));
            assertThat(port.find()).isTrue();
            return Integer.parseInt(port.group(1));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theFirstSignalLetsCallsGoOnAndTheSecondEndsAtOnce() throws Exception {
        Process engine = serve("1h");
        try (Caller caller = new Caller();
                Caller late = new Caller()) {
            int port = sipPort();
            caller.call("10060", "1", port);
            caller.hears("answered");
            engine.destroy();
            await().until(() -> Files.readString(log()).contains("calls in progress may go on for"));
            late.call("10060", "2", port);
            late.hears("ended REJECTED 503");
            assertThat(engine.isAlive()).isTrue();
            assertThat(caller.heardSince()).isEmpty();
            engine.destroy();
            assertThat(engine.waitFor(10, SECONDS)).isTrue();
            assertThat(engine.exitValue()).isEqualTo(143);
        } finally {
            engine.destroyForcibly();
        }
    }

    @Test
    void hangUpSignalReadsTheConfigurationAgain() throws Exception {
        Process engine = serve("0");
        try (Caller caller = new Caller()) {
            caller.call("10060", "1", sipPort());
            caller.hears("answered");
            Path file = folder.resolve("rexian.yaml");
            Files.writeString(file, Files.readString(file).replace("{name: billing}", "{name: billing, ring: 40s}"));
            hangUp(engine);
            await().until(() -> Files.readString(log()).contains("changed: [acd.queues[billing].ring]"));
            Files.writeString(file, Files.readString(file).replace("ring: 40s", "rung: 40s"));
            hangUp(engine);
            await().until(() -> Files.readString(log()).contains("unknown key 'rung'"));
            assertThat(caller.heardSince()).isEmpty();
            assertThat(engine.isAlive()).isTrue();
        } finally {
            engine.destroyForcibly();
        }
    }

    private static void hangUp(Process engine) throws Exception {
        assertThat(new ProcessBuilder("kill", "-HUP", Long.toString(engine.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void oneSignalEndsTheCallsProperly() throws Exception {
        Process engine = serve("0");
        try (Caller caller = new Caller()) {
            caller.call("10060", "1", sipPort());
            caller.hears("answered");
            engine.destroy();
            caller.hears("ended REMOTE_BYE");
            assertThat(engine.waitFor(30, SECONDS)).isTrue();
            assertThat(engine.exitValue()).isEqualTo(143);
            assertThat(Files.readString(log())).contains("stopped");
        } finally {
            engine.destroyForcibly();
        }
    }
}
