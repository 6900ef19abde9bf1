package org.rexian.harness.load.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** Load's callers against load's agents, without an engine: what fails here is the rig. */
class LightWireTest {

    @Test
    void everyCallIsAnsweredAndEndedByTheAgent() throws IOException {
        try (LightLoop loop = new LightLoop()) {
            LoadAgents agents = new LoadAgents(loop, 0, 50);
            LoadCallers callers = new LoadCallers(loop, loopback(agents.sipPort()));
            for (int i = 0; i < 200; i++) {
                callers.call("a" + i, 9, call -> {});
            }
            loop.runUntil(() -> callers.tally().ended == 200 || callers.tally().resent > 0);

            assertThat(callers.tally().answered).isEqualTo(200);
            assertThat(callers.tally().ended).isEqualTo(200);
            assertThat(callers.tally().failed).isZero();
            assertThat(agents.talksBegun()).isEqualTo(200);
            assertThat(agents.doubleOffers()).isZero();
            assertThat(callers.open()).isZero();
        }
    }

    @Test
    void aCallToNobodyIsResentUntilItFails() throws IOException {
        try (LightLoop loop = new LightLoop()) {
            LightLoop.Port deaf = loop.open(0, (message, from) -> {});
            LoadCallers callers = new LoadCallers(loop, loopback(deaf.number()));
            callers.call("7000", 9, call -> {});
            loop.runUntil(() -> callers.tally().resent == 2);

            assertThat(callers.open()).isEqualTo(1);
            assertThat(callers.tally().answered).isZero();
        }
    }

    @Test
    void anAgentWhoIsOfferedASecondCallerIsCounted() throws IOException {
        try (LightLoop loop = new LightLoop()) {
            LoadAgents agents = new LoadAgents(loop, 0, 0);
            LoadCallers callers = new LoadCallers(loop, loopback(agents.sipPort()));
            callers.call("same", 9, call -> {});
            callers.call("same", 9, call -> {});
            loop.runUntil(() -> callers.tally().answered == 2);

            assertThat(agents.doubleOffers()).isEqualTo(1);
        }
    }

    @Test
    void streamsAreMeasuredEachByItself() throws IOException, InterruptedException {
        try (RtpLoad sender = new RtpLoad();
                RtpLoad receiver = new RtpLoad()) {
            sender.sendTo(receiver.port());
            Thread.sleep(1500);

            RtpLoad.Heard heard = receiver.restart();

            assertThat(heard.packets).isBetween(60L, 80L);
            assertThat(heard.lost).isZero();
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
