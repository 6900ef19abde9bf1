package org.rexian.sip.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rexian.sip.transport.Transport;
import org.rexian.sip.wire.SipRequest;

/** RFC 3261 §17.1.1, §9.1, RFC 6026. */
class InviteClientTransactionTest {
    private final Bench udp = new Bench(Transport.UDP);
    private final Bench tcp = new Bench(Transport.TCP);

    @Test
    void timerARepeatsAndTimerBGivesUp() {
        udp.send("INVITE");
        udp.at(100_000)
                .happened(
                        "0 > INVITE",
                        "500 > INVITE",
                        "1500 > INVITE",
                        "3500 > INVITE",
                        "7500 > INVITE",
                        "15500 > INVITE",
                        "31500 > INVITE",
                        "32000 timeout INVITE");
        udp.allForgotten();
        assertThat(udp.counters.retransmissionsOut.sum()).isEqualTo(6);
    }

    @Test
    void nothingIsRepeatedOnAReliableTransport() {
        tcp.send("INVITE");
        tcp.at(100_000).happened("0 > INVITE", "32000 timeout INVITE");
        tcp.allForgotten();
    }

    @Test
    void theRequestGetsViaAndMaxForwards() {
        SipRequest request = udp.send("INVITE").request();
        assertThat(request.topVia().toString())
                .startsWith("SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bK")
                .endsWith(";rport");
        assertThat(request.maxForwards()).hasValue(70);
    }

    @Test
    void aProvisionalStopsTimersAAndB() {
        udp.send("INVITE");
        udp.at(100).answer(100, "INVITE").at(200).answer(180, "INVITE").at(200_000);
        udp.happened("0 > INVITE", "100 heard 100 INVITE", "200 heard 180 INVITE");
        assertThat(udp.layer.size()).isEqualTo(1);
    }

    @Test
    void aRefusalIsAcknowledgedAgainAndAgainUntilTimerD() {
        udp.send("INVITE");
        udp.at(100)
                .answer(486, "INVITE")
                .at(600)
                .answer(486, "INVITE")
                .at(32_000)
                .answer(486, "INVITE");
        udp.happened("0 > INVITE", "100 > ACK", "100 heard 486 INVITE", "600 > ACK", "32000 > ACK");
        udp.at(32_100).allForgotten();
        udp.answer(486, "INVITE").happened();
    }

    @Test
    void theAckTakesEverythingFromTheInviteButTheToTag() {
        SipRequest invite = udp.send("INVITE").request();
        udp.answer(486, "INVITE");
        SipRequest ack = (SipRequest) udp.lastSent();
        assertThat(ack.vias()).containsExactly(invite.topVia());
        assertThat(ack.uri()).isEqualTo(invite.uri());
        assertThat(ack.cseq()).hasToString("7 ACK");
        assertThat(ack.to().tag()).isEqualTo("peer");
        assertThat(ack.headers("Route")).containsExactly("<sip:proxy.example;lr>");
        assertThat(ack.header("Contact")).isEmpty();
    }

    @Test
    void onAReliableTransportTheRefusedInviteIsForgottenAtOnce() {
        tcp.send("INVITE");
        tcp.at(100).answer(404, "INVITE").at(110);
        tcp.happened("0 > INVITE", "100 > ACK", "100 heard 404 INVITE");
        tcp.allForgotten();
    }

    @Test
    void every2xxReachesTheUserUntilTimerM() {
        udp.send("INVITE");
        udp.at(100).answer(180, "INVITE").at(200).answer(200, "INVITE").at(700).answer(200, "INVITE");
        udp.at(800).layer.onResponse(udp.response(200, "INVITE", "other-fork"), new FlowOfPeer().flow());
        udp.at(900).answer(486, "INVITE").answer(183, "INVITE");
        udp.happened(
                "0 > INVITE",
                "100 heard 180 INVITE",
                "200 heard 200 INVITE",
                "700 heard 200 INVITE",
                "800 heard 200 INVITE");
        udp.at(32_199);
        assertThat(udp.layer.size()).isEqualTo(1);
        udp.at(32_200).allForgotten();
        udp.answer(200, "INVITE").happened("32200 stray 200 INVITE");
    }

    @Test
    void aCancelWaitsForTheFirstProvisional() {
        ClientTransaction invite = udp.send("INVITE");
        udp.at(50).layer.cancel(invite);
        udp.happened("0 > INVITE");
        udp.at(100).answer(100, "INVITE");
        udp.happened("100 > CANCEL", "100 heard 100 INVITE");
        SipRequest cancel = (SipRequest) udp.lastSent();
        assertThat(cancel.vias()).containsExactly(invite.request().topVia());
        assertThat(cancel.cseq()).hasToString("7 CANCEL");
        udp.at(110).answer(200, "CANCEL").answer(487, "INVITE");
        udp.happened("110 > ACK", "110 heard 487 INVITE");
        udp.at(50_000).allForgotten();
    }

    @Test
    void aCancelSaysWhyWhereThatIsKnown() {
        ClientTransaction invite = udp.send("INVITE");
        udp.answer(180, "INVITE").layer.cancel(invite, Optional.of("SIP;cause=200;text=\"Call completed elsewhere\""));
        SipRequest cancel = (SipRequest) udp.lastSent();
        assertThat(cancel.header("Reason")).contains("SIP;cause=200;text=\"Call completed elsewhere\"");
    }

    @Test
    void aCancelIsSentOnceAndRepeatedByItsOwnTransaction() {
        ClientTransaction invite = udp.send("INVITE");
        udp.answer(180, "INVITE").layer.cancel(invite);
        udp.layer.cancel(invite);
        udp.at(600).happened("0 > INVITE", "0 heard 180 INVITE", "0 > CANCEL", "500 > CANCEL");
    }

    @Test
    void a2xxThatCrossedTheCancelStillCounts() {
        ClientTransaction invite = udp.send("INVITE");
        udp.answer(180, "INVITE").layer.cancel(invite);
        udp.at(10).answer(200, "INVITE").answer(481, "CANCEL");
        udp.happened("0 > INVITE", "0 heard 180 INVITE", "0 > CANCEL", "10 heard 200 INVITE");
        udp.at(50_000).allForgotten();
    }

    @Test
    void afterACancelWithoutA487TheInviteTimesOut() {
        ClientTransaction invite = tcp.send("INVITE");
        tcp.answer(180, "INVITE").at(1_000).layer.cancel(invite);
        tcp.answer(200, "CANCEL").at(60_000);
        tcp.happened("0 > INVITE", "0 heard 180 INVITE", "1000 > CANCEL", "33000 timeout INVITE");
        tcp.allForgotten();
    }

    @Test
    void afterAFinalResponseACancelIsPointless() {
        ClientTransaction invite = udp.send("INVITE");
        udp.answer(200, "INVITE").layer.cancel(invite);
        udp.happened("0 > INVITE", "0 heard 200 INVITE");
    }

    @Test
    void aTransportFailureEndsItInEachState() {
        tcp.networkDown = true;
        tcp.send("INVITE");
        tcp.happened("0 > INVITE", "0 unsendable INVITE");
        tcp.allForgotten();

        udp.send("INVITE");
        udp.networkDown = true;
        udp.at(500).happened("0 > INVITE", "500 > INVITE", "500 unsendable INVITE");
        udp.allForgotten();
    }

    @Test
    void anAckThatCannotBeSentIsNotTheUsersConcern() {
        udp.send("INVITE");
        udp.networkDown = true;
        udp.answer(486, "INVITE").happened("0 > INVITE", "0 > ACK", "0 heard 486 INVITE");
        udp.allForgotten();
    }

    @Test
    void anAckToA2xxHasABranchOfItsOwnAndIsRepeatedUnchanged() {
        SipRequest invite = udp.send("INVITE").request();
        udp.answer(200, "INVITE");
        SipRequest ack = SipRequest.builder("ACK", invite.uri())
                .from(invite.from())
                .to(invite.to().withTag("peer"))
                .callId("call")
                .cseq(7)
                .build();
        SipRequest sent = udp.layer.sendAck(ack, new FlowOfPeer().flow().back());
        udp.layer.resendAck(sent, new FlowOfPeer().flow().back());
        assertThat(sent.topVia().branch())
                .isNotEqualTo(invite.topVia().branch())
                .startsWith("z9hG4bK");
        assertThat(udp.sent).endsWith(sent, sent);
    }
}
