package org.rexian.sip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.rexian.sip.transport.ListenAddress;
import org.rexian.sip.transport.Transport;

/**
 * Calls a second through two whole endpoints over loopback UDP in one JVM: INVITE, 200, ACK, BYE at once, 200. Prints the CPU time of
 * the answering side's call loop a call. {@code main RATE SECONDS}; a program, neither test nor JMH: what counts is a steady load.
 */
public final class CallRateBenchmark {
    private static final byte[] SDP = ("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                    + "m=audio 20000 RTP/AVP 0 8 101\r\na=rtpmap:101 telephone-event/8000\r\na=ptime:20\r\n")
            .getBytes(UTF_8);

    private CallRateBenchmark() {}

    private static final class Answering extends QuietListener implements SipUser {
        @Override
        public SessionListener onInvite(SipSession session, IncomingInvite invite) {
            session.answer(SDP);
            return this;
        }

        @Override
        public void onReachable(String account, boolean reachable) {}
    }

    private static final class Calling extends QuietListener {
        final AtomicInteger done = new AtomicInteger();
        final AtomicInteger failed = new AtomicInteger();

        @Override
        public void onAnswered(SipSession session, byte[] sdp) {
            session.end("");
        }

        @Override
        public void onEnded(SipSession session, SessionEnd end) {
            (end.cause() == SessionEnd.Cause.LOCAL ? done : failed).incrementAndGet();
        }
    }

    private static SipEndpoint endpoint() {
        SipSettings settings = SipSettings.defaults()
                .withListen(new ListenAddress(Transport.UDP, "127.0.0.1", 0))
                .withTrunks(List.of(TrunkSettings.inboundOnly("peer", "127.0.0.1")));
        SipEndpoint endpoint = new SipEndpoint(settings, new Answering(), System::currentTimeMillis);
        endpoint.start().join();
        return endpoint;
    }

    /** Runs the load twice: the first time warms up. */
    public static void main(String[] args) throws InterruptedException {
        int rate = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        SipEndpoint callee = endpoint();
        SipEndpoint caller = endpoint();
        String uri = "sip:10060@127.0.0.1:"
                + callee.boundAddresses().getFirst().address().getPort();
        load(callee, caller, uri, rate, seconds);
        load(callee, caller, uri, rate, seconds);
        callee.close();
        caller.close();
    }

    private static void load(SipEndpoint callee, SipEndpoint caller, String uri, int rate, int seconds)
            throws InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long calleeThread = threadOf(callee);
        long callerThread = threadOf(caller);
        Calling calls = new Calling();
        OutgoingInvite invite =
                new OutgoingInvite(new CallTarget.Uri(uri, Optional.empty()), "138", "", SDP, Map.of(), 30_000);
        long calleeCpu = threads.getThreadCpuTime(calleeThread);
        long callerCpu = threads.getThreadCpuTime(callerThread);
        long resent = caller.counters().retransmissionsOut.sum();
        long start = System.nanoTime();
        int total = rate * seconds;
        for (int sent = 0; sent < total; ) {
            int due = (int) Math.min(total, (System.nanoTime() - start) * rate / 1_000_000_000L);
            int batch = due - sent;
            sent = due;
            if (batch > 0) {
                caller.loop().execute(() -> {
                    for (int i = 0; i < batch; i++) {
                        caller.invite(invite, calls);
                    }
                });
            }
            LockSupport.parkNanos(1_000_000);
        }
        TimeUnit.SECONDS.sleep(2);
        int done = calls.done.get();
        System.out.printf(
                "%d/s: %d of %d done, %d failed, %d resent; CPU a call: answering %.1f us, calling %.1f us%n",
                rate,
                done,
                total,
                calls.failed.get(),
                caller.counters().retransmissionsOut.sum() - resent,
                (threads.getThreadCpuTime(calleeThread) - calleeCpu) / 1e3 / Math.max(1, done),
                (threads.getThreadCpuTime(callerThread) - callerCpu) / 1e3 / Math.max(1, done));
    }

    private static long threadOf(SipEndpoint endpoint) {
        java.util.concurrent.CompletableFuture<Long> id = new java.util.concurrent.CompletableFuture<>();
        endpoint.loop().execute(() -> id.complete(Thread.currentThread().threadId()));
        return id.join();
    }
}
