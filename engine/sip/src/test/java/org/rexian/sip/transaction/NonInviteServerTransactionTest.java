package org.rexian.sip.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rexian.sip.transport.Transport;
import org.rexian.sip.wire.Messages;

/** RFC 3261 §17.2.2, RFC 4320. */
class NonInviteServerTransactionTest {
    private static final String BRANCH = "z9hG4bKcaller";

    private final Bench udp = new Bench(Transport.UDP);

    @Test
    void aRepeatedRequestGetsTheAnswerAgainWithoutTheUserUntilTimerJ() {
        udp.receive("OPTIONS", BRANCH).receive("OPTIONS", BRANCH).respond(200);
        udp.at(500).receive("OPTIONS", BRANCH).at(31_999);
        udp.happened("0 request OPTIONS", "0 > 200 OPTIONS", "500 > 200 OPTIONS");
        assertThat(udp.layer.size()).isEqualTo(1);
        udp.at(32_000).allForgotten();
    }

    @Test
    void onAReliableTransportItIsForgottenAtOnce() {
        Bench tcp = new Bench(Transport.TCP);
        tcp.receiveText(Messages.text("OPTIONS", BRANCH).replace("/UDP", "/TCP"))
                .respond(200)
                .at(10);
        tcp.happened("0 request OPTIONS", "0 > 200 OPTIONS");
        tcp.allForgotten();
    }

    @Test
    void theOnlyProvisionalIsAHundredWhenThePeersTimerEReachesT2() {
        udp.receive("REGISTER", BRANCH).respond(180).at(3_499).happened("0 request REGISTER");
        udp.at(4_000).receive("REGISTER", BRANCH).respond(200);
        udp.happened("3500 > 100 REGISTER", "4000 > 100 REGISTER", "4000 > 200 REGISTER");
    }

    @Test
    void a408AndWhateverComesTooLateAreNotSent() {
        udp.receive("OPTIONS", BRANCH).respond(408).at(32_000).happened("0 request OPTIONS", "3500 > 100 OPTIONS");
        udp.allForgotten();
        udp.respond(200).happened();
    }

    @Test
    void aTransportFailureIsReported() {
        udp.networkDown = true;
        udp.receive("OPTIONS", BRANCH).respond(200);
        udp.happened("0 request OPTIONS", "0 > 200 OPTIONS", "0 unanswerable OPTIONS");
        udp.allForgotten();
    }
}
