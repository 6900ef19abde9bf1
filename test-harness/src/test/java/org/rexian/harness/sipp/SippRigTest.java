package org.rexian.harness.sipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rexian.harness.NeedsTool;
import org.rexian.harness.audio.Tone;
import org.rexian.harness.process.DebianTool;

/** The scenarios against each other, without an engine: what fails here is the rig. */
@NeedsTool(DebianTool.SIPP)
class SippRigTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource({
        "caller-load, agent-answers, u",
        "caller-load, agent-answers, t",
        "caller-holds, agent-answers, u",
        "caller-holds, agent-answers, t",
        "caller-abandons, agent-answers, u",
        "caller-keys, agent-hangs-up, u",
        "caller-keys, agent-hangs-up, t",
        "caller-talks, agent-hangs-up, u",
        "caller-cancels, agent-rings, u",
        "caller-cancels, agent-rings, t",
    })
    void callerAndAgentAgreeOnTheirCall(String caller, String agent, String transport, @TempDir Path directory)
            throws InterruptedException {
        Path talk = new TalkPcap()
                .say(Tone.sine(440, -12, 200))
                .press("1")
                .say(Tone.sine(440, -12, 200))
                .writeTo(directory.resolve("talk.pcap"));
        boolean tcp = transport.equals("t");
        // Two calls wanted and one made: an agent that ends would close the TCP connection under the caller's last
        // message.
        Sipp called = Sipp.scenario(agent).calls(2).pauseMillis(700);
        try (SippRun phone = (tcp ? called.overTcp() : called).start()) {
            Sipp calling = Sipp.scenario(caller)
                    .to(loopback(phone.sipPort()))
                    .pauseMillis(700)
                    .talk(talk);
            try (SippRun call = (tcp ? calling.overTcp() : calling).start()) {
                SippStatistics statistics = call.requireSuccess(PATIENCE);
                assertThat(statistics.successful()).isEqualTo(1);
                assertThat(statistics.failed()).isZero();
            }
        }
    }

    @Test
    void aCallThatGoesWrongFailsWithTheErrorLog() throws InterruptedException {
        try (SippRun busy = Sipp.scenario("agent-busy").start();
                SippRun call = Sipp.scenario("caller-load")
                        .to(loopback(busy.sipPort()))
                        .start()) {
            assertThatThrownBy(() -> call.requireSuccess(PATIENCE)).hasMessageContaining("486 Busy Here");
            assertThat(call.statistics().failed()).isEqualTo(1);
        }
    }

    @Test
    void responseTimesAreReadForEveryCall() throws InterruptedException {
        try (SippRun phone = Sipp.scenario("agent-answers").calls(20).start();
                SippRun load = Sipp.scenario("caller-load")
                        .to(loopback(phone.sipPort()))
                        .calls(20)
                        .rate(20, 20)
                        .option("-trace_rtt", "")
                        .option("-rtt_freq", "1")
                        .start()) {
            load.requireSuccess(PATIENCE);
            assertThat(load.responseMillis()).hasSize(20).allMatch(millis -> millis >= 0 && millis < 1000);
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
