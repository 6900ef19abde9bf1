package org.rexian.sip.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rexian.sip.transport.Transport;
import org.rexian.sip.wire.Messages;
import org.rexian.sip.wire.SipResponse;

/** What the layer says by itself. */
class TransactionLayerTest {
    private final Bench udp = new Bench(Transport.UDP);

    @Test
    void theSameRequestByAnotherWayIsMerged() {
        udp.receive("INVITE", "z9hG4bKone");
        udp.receiveText(Messages.text("INVITE", "z9hG4bKone").replace("branch=z9hG4bKone", "branch=z9hG4bKtwo"));
        udp.happened("0 request INVITE", "0 > 482 INVITE");
        udp.receiveText(ackTo((SipResponse) udp.lastSent(), "z9hG4bKtwo"));
        udp.happened();
        assertThat(udp.counters.mergedRefused.sum()).isEqualTo(1);
    }

    @Test
    void aNewAttemptWithTheNextCSeqIsNotMerged() {
        udp.receive("INVITE", "z9hG4bKone").respond(401);
        udp.receiveText(Messages.text("INVITE", "z9hG4bKone")
                .replace("branch=z9hG4bKone", "branch=z9hG4bKtwo")
                .replace("CSeq: 7", "CSeq: 8"));
        udp.happened("0 request INVITE", "0 > 401 INVITE", "0 request INVITE");
    }

    @Test
    void pastTheBoundNewRequestsGet503AndThoseOfCallsInProgressPass() {
        Bench small = new Bench(Transport.UDP, new TransactionSettings(500, 4_000, 5_000, 32_000, 150, 2, 7));
        small.receive("INVITE", "z9hG4bKa").receive("INVITE", "z9hG4bKb").receive("INVITE", "z9hG4bKc");
        small.happened("0 request INVITE", "0 request INVITE", "0 > 503 INVITE");
        SipResponse refusal = (SipResponse) small.lastSent();
        assertThat(refusal.header("Retry-After")).hasValue("7");
        small.receiveText(ackTo(refusal, "z9hG4bKc"));
        small.happened();

        String bye = Messages.text("BYE", "z9hG4bKd").replace("To: <sip:10060@127.0.0.1>", "To: <sip:1@x>;tag=us");
        small.receiveText(bye).receive("CANCEL", "z9hG4bKa");
        small.happened("0 request BYE", "0 > 200 CANCEL", "0 cancelled");
        small.receiveText(bye.replace("z9hG4bKd", "z9hG4bKe")).happened("0 > 503 BYE");
        assertThat(small.counters.overloadRefused.sum()).isEqualTo(2);
    }

    @Test
    void aResponseToNothingIsDroppedAndCounted() {
        udp.send("BYE");
        SipResponse response = udp.response(200, "BYE", "x");
        udp.answer(200, "BYE").at(10_000);
        udp.layer.onResponse(response, new FlowOfPeer().flow());
        udp.happened("0 > BYE", "0 heard 200 BYE");
        assertThat(udp.counters.strays.sum()).isEqualTo(1);
    }

    @Test
    void anAckOutOfNowhereIsTheUsersToJudge() {
        udp.receive("ACK", "z9hG4bKwhence").happened("0 ack");
    }

    @Test
    void anotherSentByIsAnotherTransaction() {
        udp.receive("OPTIONS", "z9hG4bKsame");
        udp.receiveText(Messages.text("OPTIONS", "z9hG4bKsame")
                .replace("127.0.0.1:40001;", "127.0.0.1:40002;")
                .replace("CSeq: 7", "CSeq: 8"));
        udp.happened("0 request OPTIONS", "0 request OPTIONS");
    }

    private static String ackTo(SipResponse response, String branch) {
        return Messages.text("ACK", branch)
                .replace(
                        "To: <sip:10060@127.0.0.1>",
                        "To: <sip:10060@127.0.0.1>;tag=" + response.to().tag());
    }
}
