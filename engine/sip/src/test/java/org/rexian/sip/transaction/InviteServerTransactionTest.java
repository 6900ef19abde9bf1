package org.rexian.sip.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rexian.sip.transport.Transport;
import org.rexian.sip.wire.Messages;
import org.rexian.sip.wire.SipResponse;

/** RFC 3261 §17.2.1, §9.2, RFC 6026. */
class InviteServerTransactionTest {
    private static final String BRANCH = "z9hG4bKcaller";

    private final Bench udp = new Bench(Transport.UDP);
    private final Bench tcp = new Bench(Transport.TCP);

    @Test
    void aHundredGoesOutWhenTheUserIsSlow() {
        udp.receive("INVITE", BRANCH).at(199);
        udp.happened("0 request INVITE", "152 > 100 INVITE");
    }

    @Test
    void aQuickUserSavesTheHundred() {
        udp.receive("INVITE", BRANCH).at(100).respond(180).at(10_000);
        udp.happened("0 request INVITE", "100 > 180 INVITE");
    }

    @Test
    void aRepeatedInviteGetsTheLastProvisionalAgain() {
        udp.receive("INVITE", BRANCH).receive("INVITE", BRANCH).respond(180).receive("INVITE", BRANCH);
        udp.happened("0 request INVITE", "0 > 100 INVITE", "0 > 100 INVITE", "0 > 180 INVITE", "0 > 180 INVITE");
        assertThat(udp.counters.retransmissionsIn.sum()).isEqualTo(2);
    }

    @Test
    void timerGRepeatsARefusalAndTimerHReportsTheMissingAck() {
        udp.receive("INVITE", BRANCH).respond(486).at(50_000);
        udp.happened(
                "0 request INVITE",
                "0 > 486 INVITE",
                "500 > 486 INVITE",
                "1500 > 486 INVITE",
                "3500 > 486 INVITE",
                "7500 > 486 INVITE",
                "11500 > 486 INVITE",
                "15500 > 486 INVITE",
                "19500 > 486 INVITE",
                "23500 > 486 INVITE",
                "27500 > 486 INVITE",
                "31500 > 486 INVITE",
                "32000 no ack");
        udp.allForgotten();
    }

    @Test
    void theAckEndsTheRepetitionAndTimerIAbsorbsOthers() {
        udp.receive("INVITE", BRANCH)
                .respond(486)
                .at(600)
                .receive("INVITE", BRANCH)
                .receive("ACK", BRANCH);
        udp.at(700).receive("ACK", BRANCH).receive("INVITE", BRANCH).at(5_599);
        udp.happened("0 request INVITE", "0 > 486 INVITE", "500 > 486 INVITE", "600 > 486 INVITE");
        assertThat(udp.layer.size()).isEqualTo(1);
        udp.at(5_600).allForgotten();
    }

    @Test
    void onAReliableTransportARefusalIsSentOnceAndForgottenWithItsAck() {
        tcp.receiveText(overTcp("INVITE"))
                .respond(486)
                .at(10_000)
                .receiveText(overTcp("ACK"))
                .at(10_010);
        tcp.happened("0 request INVITE", "0 > 486 INVITE");
        tcp.allForgotten();
    }

    @Test
    void after2xxRepeatedInvitesAreAbsorbedAndTheUserRepeatsIts2xx() {
        udp.receive("INVITE", BRANCH)
                .respond(200)
                .at(500)
                .receive("INVITE", BRANCH)
                .respond(200)
                .respond(486);
        udp.at(600).receive("ACK", "z9hG4bKackofits").at(31_999);
        udp.happened("0 request INVITE", "0 > 200 INVITE", "500 > 200 INVITE", "600 ack");
        assertThat(udp.layer.size()).isEqualTo(1);
        udp.at(32_000).allForgotten();
    }

    @Test
    void anAckToA2xxWithTheInvitesBranchIsTheUsersToo() {
        udp.receive("INVITE", BRANCH).respond(200).receive("ACK", BRANCH);
        udp.happened("0 request INVITE", "0 > 200 INVITE", "0 ack");
    }

    @Test
    void aCancelIsAnsweredAndReportedAndTheUserEndsTheInvite() {
        udp.receive("INVITE", BRANCH).respond(180).at(100).receive("CANCEL", BRANCH);
        udp.happened("0 request INVITE", "0 > 180 INVITE", "100 > 200 CANCEL", "100 cancelled");
        assertThat(((SipResponse) udp.lastSent()).to().tag()).isEqualTo("us");
        udp.respond(487).receive("ACK", BRANCH).receive("CANCEL", BRANCH);
        udp.happened("100 > 487 INVITE", "100 > 200 CANCEL");
        udp.at(40_000).allForgotten();
    }

    @Test
    void aCancelThatCrossesThe200ChangesNothing() {
        udp.receive("INVITE", BRANCH).respond(200).receive("CANCEL", BRANCH);
        udp.happened("0 request INVITE", "0 > 200 INVITE", "0 > 200 CANCEL");
    }

    @Test
    void aCancelOfNothingGets481() {
        udp.receive("CANCEL", "z9hG4bKnever").happened("0 > 481 CANCEL");
    }

    @Test
    void aTransportFailureIsReported() {
        udp.networkDown = true;
        udp.receive("INVITE", BRANCH).respond(180);
        udp.happened("0 request INVITE", "0 > 180 INVITE", "0 unanswerable INVITE");
        udp.allForgotten();
    }

    @Test
    void after2xxATransportFailureIsReportedAndTheTransactionGoesOn() {
        udp.networkDown = true;
        udp.receive("INVITE", BRANCH).respond(200);
        udp.happened("0 request INVITE", "0 > 200 INVITE", "0 unanswerable INVITE");
        assertThat(udp.layer.size()).isEqualTo(1);
        udp.at(32_000).allForgotten();
    }

    @Test
    void oldPeersWithoutBranchAreMatchedByTheirHeaders() {
        String invite = old("INVITE");
        udp.receiveText(invite).respond(486).receiveText(invite).receiveText(old("ACK"));
        udp.happened("0 request INVITE", "0 > 486 INVITE", "0 > 486 INVITE");
        udp.at(5_000).allForgotten();
    }

    private static String old(String method) {
        return Messages.text(method, BRANCH).replace(";branch=" + BRANCH, "");
    }

    private static String overTcp(String method) {
        return Messages.text(method, BRANCH).replace("/UDP", "/TCP");
    }
}
