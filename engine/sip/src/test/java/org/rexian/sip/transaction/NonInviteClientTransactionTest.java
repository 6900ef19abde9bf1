package org.rexian.sip.transaction;

import org.junit.jupiter.api.Test;
import org.rexian.sip.transport.Transport;

/** RFC 3261 §17.1.2. */
class NonInviteClientTransactionTest {
    private final Bench udp = new Bench(Transport.UDP);
    private final Bench tcp = new Bench(Transport.TCP);

    @Test
    void timerERepeatsUpToT2AndTimerFGivesUp() {
        udp.send("BYE");
        udp.at(100_000)
                .happened(
                        "0 > BYE",
                        "500 > BYE",
                        "1500 > BYE",
                        "3500 > BYE",
                        "7500 > BYE",
                        "11500 > BYE",
                        "15500 > BYE",
                        "19500 > BYE",
                        "23500 > BYE",
                        "27500 > BYE",
                        "31500 > BYE",
                        "32000 timeout BYE");
        udp.allForgotten();
    }

    @Test
    void afterAProvisionalItRepeatsEveryT2() {
        udp.send("OPTIONS");
        udp.at(100).answer(100, "OPTIONS").at(9_000);
        udp.happened("0 > OPTIONS", "100 heard 100 OPTIONS", "500 > OPTIONS", "4500 > OPTIONS", "8500 > OPTIONS");
        udp.at(40_000)
                .happened(
                        "12500 > OPTIONS",
                        "16500 > OPTIONS",
                        "20500 > OPTIONS",
                        "24500 > OPTIONS",
                        "28500 > OPTIONS",
                        "32000 timeout OPTIONS");
    }

    @Test
    void repeatedFinalsAreAbsorbedUntilTimerK() {
        udp.send("BYE");
        udp.at(100)
                .answer(200, "BYE")
                .at(600)
                .answer(200, "BYE")
                .answer(100, "BYE")
                .at(5_099);
        udp.happened("0 > BYE", "100 heard 200 BYE");
        org.assertj.core.api.Assertions.assertThat(udp.layer.size()).isEqualTo(1);
        udp.at(5_100).allForgotten();
    }

    @Test
    void aReliableTransportRepeatsNothingAndForgetsAtOnce() {
        tcp.send("BYE");
        tcp.at(10_000).answer(200, "BYE").at(10_010);
        tcp.happened("0 > BYE", "10000 heard 200 BYE");
        tcp.allForgotten();
    }

    @Test
    void aReliableTransportTimesOutAllTheSame() {
        tcp.send("BYE");
        tcp.at(40_000).happened("0 > BYE", "32000 timeout BYE");
    }

    @Test
    void aTransportFailureEndsIt() {
        udp.networkDown = true;
        udp.send("BYE");
        udp.happened("0 > BYE", "0 unsendable BYE");
        udp.allForgotten();
    }
}
