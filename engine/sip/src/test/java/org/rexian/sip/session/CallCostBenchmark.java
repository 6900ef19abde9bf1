package org.rexian.sip.session;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * CPU of a call (INVITE, 200, ACK, BYE, 200; both sides, with parsing and encoding, without sockets) on virtual time, so that a busy
 * machine does not disturb it much. {@code main}: eight rounds of 8,000 calls; the first ones warm up. A third of it is the
 * test clock's own walk of the timer wheel.
 */
public final class CallCostBenchmark {
    private static final int ROUNDS = 8;
    private static final int CALLS = 8_000;
    private static final String SDP = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            + "m=audio 20000 RTP/AVP 0 8 101\r\n";

    private CallCostBenchmark() {}

    /** Prints a line a round. */
    public static void main(String[] args) {
        VirtualNetwork net = new VirtualNetwork();
        Phone alice = new Phone(net, "alice", 1);
        Phone bob = new Phone(net, "bob", 2);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < CALLS; i++) {
                call(net, alice, bob);
            }
            long nanos = threads.getCurrentThreadCpuTime() - before;
            System.out.printf("%.1f us a call, both sides%n", nanos / 1e3 / CALLS);
            int forgotten =
                    alice.events().size() + bob.events().size() + net.wire().size();
            System.out.printf("  %d lines noted%n", forgotten);
        }
    }

    private static void call(VirtualNetwork net, Phone alice, Phone bob) {
        alice.call(bob.uri("10060"), SDP);
        net.run(8);
        bob.answer(SDP);
        net.run(16);
        alice.last().end("");
        net.run(16);
    }
}
