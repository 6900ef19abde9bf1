package org.rexian.sip.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Predicate;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.transport.Flow;
import org.rexian.sip.transport.HostPort;
import org.rexian.sip.transport.InboundListener;
import org.rexian.sip.transport.MessageSender;
import org.rexian.sip.wire.Parsed;
import org.rexian.sip.wire.SipCodec;
import org.rexian.sip.wire.SipMessage;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/**
 * Datagrams between user agents in one thread on a test clock: each message is encoded, travels for 5 ms, and is parsed. What
 * went over the wire is kept as lines like {@code alice INVITE 1} and {@code bob 200 INVITE}. Hosts are 10.0.0.N.
 */
final class VirtualNetwork {
    static final long DELAY_MILLIS = 5;

    private final long[] now = {1_000_000};
    final TimerQueue timers = new TimerQueue(() -> now[0]);
    private final Map<InetSocketAddress, InboundListener> hosts = new HashMap<>();
    private final Map<InetSocketAddress, String> names = new HashMap<>();
    private final List<String> wire = new ArrayList<>();
    private final Queue<Runnable> underWay = new ArrayDeque<>();
    private Predicate<String> lost = line -> false;

    /** Runs the clock on, firing what falls due in order. */
    void run(long millis) {
        long until = now[0] + millis;
        while (now[0] < until) {
            now[0] = Math.min(until, Math.max(now[0] + 1, timers.nextDeadline()));
            timers.fireDue(now[0]);
        }
    }

    /** Messages whose line fits are lost from now on. */
    void lose(Predicate<String> which) {
        lost = which;
    }

    void loseNothing() {
        lost = line -> false;
    }

    /** Everything sent since the last call of this. */
    List<String> wire() {
        List<String> lines = List.copyOf(wire);
        wire.clear();
        return lines;
    }

    InetSocketAddress address(String name, int number) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral("10.0.0." + number), 5060);
        names.put(address, name);
        return address;
    }

    void attach(InetSocketAddress address, InboundListener listener) {
        hosts.put(address, listener);
    }

    MessageSender sender(InetSocketAddress from) {
        return new MessageSender() {
            @Override
            public void send(SipMessage message, Destination destination, Runnable onFailure) {
                transmit(from, destination.remote(), message.encoded());
            }

            @Override
            public HostPort localFor(Destination destination) {
                return new HostPort(from.getAddress().getHostAddress(), from.getPort());
            }
        };
    }

    /** Puts bytes on the wire. */
    void transmit(InetSocketAddress from, InetSocketAddress to, byte[] bytes) {
        Parsed parsed = SipCodec.parse(bytes);
        String line = names.getOrDefault(from, from.toString()) + " " + describe(parsed);
        boolean arrives = !lost.test(line);
        wire.add(arrives ? line : line + " (lost)");
        if (arrives) {
            // Timers of one tick fire in any order: each delivers the message that has waited longest.
            underWay.add(() -> deliver(parsed, from, to));
            timers.in(DELAY_MILLIS, () -> underWay.remove().run());
        }
    }

    private static String describe(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Request r ->
                r.request().method() + " " + r.request().cseq().number();
            case Parsed.Response r -> r.response().status() + " " + r.response().method();
            case Parsed.Malformed m -> "malformed " + m.detail();
            case Parsed.KeepAlive k -> "keep-alive";
        };
    }

    private void deliver(Parsed parsed, InetSocketAddress from, InetSocketAddress to) {
        InboundListener host = hosts.get(to);
        if (host == null) {
            return;
        }
        Flow flow = Flow.udp(to, from);
        switch (parsed) {
            case Parsed.Request(SipRequest request) -> host.onRequest(request.receivedFrom(from), flow);
            case Parsed.Response(SipResponse response) -> host.onResponse(response, flow);
            case Parsed.Malformed m -> wire.add("malformed: " + m.detail());
            case Parsed.KeepAlive k -> {}
        }
    }
}
