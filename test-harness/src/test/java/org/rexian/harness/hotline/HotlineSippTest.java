package org.rexian.harness.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rexian.harness.NeedsTool;
import org.rexian.harness.engine.Engine;
import org.rexian.harness.engine.EngineSetup;
import org.rexian.harness.engine.EngineSetup.AgentPhone;
import org.rexian.harness.process.DebianTool;
import org.rexian.harness.process.LocalPorts;
import org.rexian.harness.sipp.Sipp;
import org.rexian.harness.sipp.SippRun;
import tools.jackson.databind.JsonNode;

/** SIPp as caller and as agents' phones, the engine between them: through menu and queue to an agent, and what goes wrong there. */
@NeedsTool(DebianTool.SIPP)
class HotlineSippTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final int firstPort = LocalPorts.free();
    private final int secondPort = LocalPorts.free();

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void aCallerPressesOneAndTalksWithTheAgent(String transport) throws InterruptedException {
        try (Engine engine = Engine.start(EngineSetup.in(folder, AgentPhone.at("1001", firstPort, transport)));
                SippRun agent =
                        over(transport, phone("agent-hangs-up", firstPort)).start()) {
            engine.signIn("1001");
            try (SippRun caller = over(transport, caller("caller-keys", engine)).start()) {
                caller.requireSuccess(PATIENCE);
            }
            JsonNode call = engine.awaitCalls(1, PATIENCE).getFirst();
            assertThat(call.path("agent").asString("")).isEqualTo("1001");
            assertThat(call.path("queue").asString("")).isEqualTo("service");
            assertThat(call.path("cause").asString("")).isEqualTo("agent-hangup");
            long talk = call.path("talkEndedAt").asLong(0)
                    - call.path("connectedAt").asLong(0);
            assertThat(talk).isBetween(900L, 2500L);
            assertThat(agent.statistics().failed()).isZero();
        }
    }

    @Test
    void aBusyAgentLeavesTheCallerToTheNext() throws InterruptedException {
        try (Engine engine = twoAgents();
                SippRun busy = phone("agent-busy", firstPort).start();
                SippRun free = phone("agent-hangs-up", secondPort).start()) {
            engine.signIn("1001");
            engine.signIn("1002");
            callAndTalkWith("1002", engine);
            assertThat(busy.statistics().failed()).isZero();
            assertThat(free.statistics().failed()).isZero();
        }
    }

    @Test
    void anAgentWhoDoesNotAnswerLosesTheCallerToTheNext() throws InterruptedException {
        try (Engine engine = twoAgents();
                SippRun away = phone("agent-rings", firstPort).calls(1).start();
                SippRun free = phone("agent-hangs-up", secondPort).start()) {
            engine.signIn("1001");
            engine.signIn("1002");
            callAndTalkWith("1002", engine);
            away.requireSuccess(PATIENCE); // rang once, was cancelled, and was not rung again
            assertThat(free.statistics().failed()).isZero();
        }
    }

    @Test
    void aCallerWhoHangsUpStopsTheAgentsPhone() throws InterruptedException {
        try (Engine engine = Engine.start(EngineSetup.in(folder, AgentPhone.at("1001", firstPort, "udp")));
                SippRun agent = phone("agent-rings", firstPort).calls(1).start()) {
            engine.signIn("1001");
            try (SippRun caller =
                    caller("caller-abandons", engine).pauseMillis(2500).start()) {
                caller.requireSuccess(PATIENCE);
            }
            agent.requireSuccess(PATIENCE);
            assertThat(engine.awaitCalls(1, PATIENCE).getFirst().path("cause").asString(""))
                    .isEqualTo("abandoned");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void aCallerMayCancel(String transport) throws InterruptedException {
        try (Engine engine = Engine.start(EngineSetup.in(folder));
                SippRun caller =
                        over(transport, caller("caller-cancels", engine)).start()) {
            caller.requireSuccess(PATIENCE);
            assertThat(engine.awaitCalls(1, PATIENCE)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void aCallerMayHoldAndComeBack(String transport) throws InterruptedException {
        try (Engine engine = Engine.start(EngineSetup.in(folder, AgentPhone.at("1001", firstPort, "udp")));
                SippRun agent =
                        phone("agent-answers", firstPort).pauseMillis(100).start()) {
            engine.signIn("1001");
            Sipp holder = caller("caller-holds", engine).number("7002").pauseMillis(700);
            try (SippRun caller = over(transport, holder).start()) {
                caller.requireSuccess(PATIENCE);
            }
            JsonNode call = engine.awaitCalls(1, PATIENCE).getFirst();
            assertThat(call.path("agent").asString("")).isEqualTo("1001");
            assertThat(call.path("cause").asString("")).isEqualTo("caller-hangup");
            assertThat(agent.statistics().failed()).isZero();
        }
    }

    private Engine twoAgents() throws InterruptedException {
        return Engine.start(EngineSetup.in(
                        folder, AgentPhone.at("1001", firstPort, "udp"), AgentPhone.at("1002", secondPort, "udp"))
                .ringing(Duration.ofSeconds(2)));
    }

    private static void callAndTalkWith(String agent, Engine engine) throws InterruptedException {
        try (SippRun caller = caller("caller-keys", engine).start()) {
            caller.requireSuccess(PATIENCE);
        }
        JsonNode call = engine.awaitCalls(1, PATIENCE).getFirst();
        assertThat(call.path("agent").asString("")).isEqualTo(agent);
    }

    private static Sipp caller(String scenario, Engine engine) {
        return Sipp.scenario(scenario).to(engine.setup().sip());
    }

    /** Good for more calls than one, so that it stays when its call is over. */
    private static Sipp phone(String scenario, int port) {
        return Sipp.scenario(scenario)
                .localPort(port)
                .calls(5)
                .pauseMillis(1000)
                .key("caller", "agent");
    }

    private static Sipp over(String transport, Sipp run) {
        return transport.equals("tcp") ? run.overTcp() : run;
    }
}
