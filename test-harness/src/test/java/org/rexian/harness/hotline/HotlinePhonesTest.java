package org.rexian.harness.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.harness.NeedsTool;
import org.rexian.harness.engine.Engine;
import org.rexian.harness.engine.EngineSetup;
import org.rexian.harness.engine.EngineSetup.AgentPhone;
import org.rexian.harness.phone.Phone;
import org.rexian.harness.phone.PhoneCall;
import org.rexian.harness.phone.Phones;
import org.rexian.harness.process.DebianTool;
import org.rexian.harness.process.Eventually;
import org.rexian.harness.process.LocalPorts;
import org.rexian.harness.sipp.Sipp;
import org.rexian.harness.sipp.SippRun;

/** The shortest way of an agent's day with phones of our own, and a phone that dies while it rings. */
class HotlinePhonesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PORTS = 12;

    @TempDir
    Path folder;

    @Test
    void anAgentRegistersSignsInByCodeAndTalks() throws InterruptedException {
        try (Engine engine = Engine.start(EngineSetup.in(folder, AgentPhone.registering("1001", "secret-1001")));
                Phones phones = phones(engine)) {
            Phone agent = phones.phone("1001");
            agent.register("secret-1001", PATIENCE);
            PhoneCall signIn = agent.call("*11").awaitUp(PATIENCE);
            signIn.awaitEnded(PATIENCE);

            PhoneCall caller = phones.phone("13900000001").call("10060").awaitUp(PATIENCE);
            caller.press("1");
            PhoneCall atAgent = agent.awaitCall(PATIENCE).awaitUp(PATIENCE);
            assertThat(atAgent.other()).isEqualTo("13900000001");
            // The talk begins with the router's word, a moment after the agent's answer.
            Eventually.require("talk", PATIENCE, () -> engine.agentState("1001").equals("talking"));
            caller.hangUp();

            atAgent.awaitEnded(PATIENCE);
            Eventually.require(
                    "the call's record",
                    PATIENCE,
                    () -> engine.calls().stream()
                            .anyMatch(call -> call.path("agent").asString("").equals("1001")
                                    && call.path("cause").asString("").equals("caller-hangup")));
        }
    }

    @Test
    @NeedsTool(DebianTool.SIPP)
    void aPhoneThatDiesWhileItRingsLeavesTheCallerAtTheFront() throws InterruptedException {
        int deadPort = LocalPorts.free();
        EngineSetup setup = EngineSetup.in(
                        folder, AgentPhone.at("1001", deadPort, "udp"), AgentPhone.registering("1002", "secret-1002"))
                .ringing(Duration.ofSeconds(3));
        try (Engine engine = Engine.start(setup);
                SippRun dying = Sipp.scenario("agent-rings").localPort(deadPort).start();
                Phones phones = phones(engine)) {
            engine.signIn("1001");
            PhoneCall first = phones.phone("13900000001").call("7002").awaitUp(PATIENCE);
            Eventually.require("ringing", PATIENCE, () -> dying.statistics().created() == 1);
            dying.kill();
            PhoneCall second = phones.phone("13900000002").call("7002").awaitUp(PATIENCE);
            Phone agent = phones.phone("1002");
            agent.register("secret-1002", PATIENCE);
            Eventually.require(
                    "1001 given up", PATIENCE, () -> !engine.agentState("1001").equalsIgnoreCase("reserved"));
            engine.signIn("1002");

            PhoneCall served = agent.awaitCall(PATIENCE).awaitUp(PATIENCE);
            assertThat(served.other()).as("the caller who was there first").isEqualTo("13900000001");
            served.hangUp();
            PhoneCall next = agent.awaitCall(PATIENCE).awaitUp(PATIENCE);
            assertThat(next.other()).isEqualTo("13900000002");
            next.hangUp();
            first.awaitEnded(PATIENCE);
            second.awaitEnded(PATIENCE);
        }
    }

    private static Phones phones(Engine engine) throws InterruptedException {
        return Phones.open(engine.setup().sip(), "udp", LocalPorts.free(), LocalPorts.freeRun(PORTS), PORTS);
    }
}
