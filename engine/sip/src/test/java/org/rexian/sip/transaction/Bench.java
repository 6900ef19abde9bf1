package org.rexian.sip.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.rexian.sip.SipCounters;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.transport.Flow;
import org.rexian.sip.transport.HostPort;
import org.rexian.sip.transport.MessageSender;
import org.rexian.sip.transport.Transport;
import org.rexian.sip.wire.Messages;
import org.rexian.sip.wire.NameAddress;
import org.rexian.sip.wire.SipMessage;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;
import org.rexian.sip.wire.SipUri;

/**
 * A transaction layer between a network that only writes down and a user that does what the test says. What happens becomes lines
 * as {@code 1500 > INVITE} (sent) or {@code 32000 timeout INVITE} (told to the user), with the milliseconds since the beginning.
 */
final class Bench implements MessageSender, TransactionUser, ClientTransactionListener, ServerTransactionListener {
    private static final InetSocketAddress LOCAL = new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060);
    private static final InetSocketAddress PEER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_001);

    final SipCounters counters = new SipCounters();
    final List<SipMessage> sent = new ArrayList<>();
    final List<ServerTransaction> requests = new ArrayList<>();
    final TransactionLayer layer;
    boolean networkDown;
    /** Status that the user answers at once, 0 for later. */
    int answerAtOnce;

    private final Transport transport;
    private final TimerQueue timers;
    private final List<String> log = new ArrayList<>();
    private final List<Runnable> failures = new ArrayList<>();
    private long now;

    Bench(Transport transport) {
        this(transport, TransactionSettings.defaults());
    }

    Bench(Transport transport, TransactionSettings settings) {
        this.transport = transport;
        this.timers = new TimerQueue(() -> now);
        this.layer =
                new TransactionLayer(timers, this, this, new Tokens(new SplittableRandom(4711)), settings, counters);
    }

    /** Lets time pass, and runs every timer at its own time. */
    Bench at(long millis) {
        for (long next = timers.nextDeadline(); next <= millis; next = timers.nextDeadline()) {
            now = next;
            timers.fireDue(now);
            reportFailures();
        }
        now = millis;
        timers.fireDue(now);
        return this;
    }

    ClientTransaction send(String method) {
        SipRequest request = SipRequest.builder(method, SipUri.of("10060", "127.0.0.1", 0))
                .from(NameAddress.of("Rexian", SipUri.of("rexian", "127.0.0.1", 0))
                        .withTag("rx"))
                .to(NameAddress.of(SipUri.of("10060", "127.0.0.1", 0)))
                .callId("call")
                .cseq(7)
                .header("Route", "<sip:proxy.example;lr>")
                .build();
        ClientTransaction transaction = layer.send(request, new Destination(transport, PEER, Optional.empty()), this);
        reportFailures();
        return transaction;
    }

    /** A response of the peer to what we sent last with that method. */
    Bench answer(int status, String method) {
        layer.onResponse(response(status, method, "peer"), flow());
        reportFailures();
        return this;
    }

    SipResponse response(int status, String method, String tag) {
        for (int i = sent.size() - 1; i >= 0; i--) {
            if (sent.get(i) instanceof SipRequest request && request.is(method)) {
                return request.response(status).toTag(tag).build();
            }
        }
        throw new AssertionError("never sent: " + method);
    }

    /** A request of the peer. */
    Bench receive(String method, String branch) {
        return receiveText(Messages.text(method, branch));
    }

    Bench receiveText(String text) {
        layer.onRequest(Messages.request(text), flow());
        reportFailures();
        return this;
    }

    /** The user answers the latest request that it got. */
    Bench respond(int status) {
        ServerTransaction transaction = requests.getLast();
        transaction.respond(transaction.request().response(status).toTag("us").build());
        reportFailures();
        return this;
    }

    SipMessage lastSent() {
        return sent.getLast();
    }

    /** Compares what happened since the last call, line by line. */
    void happened(String... lines) {
        assertThat(log).containsExactly(lines);
        log.clear();
    }

    /** Nothing may be left: neither transaction nor timer. */
    void allForgotten() {
        assertThat(layer.size()).isZero();
        assertThat(timers.size()).isZero();
        assertThat(counters.transactionsAlive()).isZero();
    }

    private Flow flow() {
        return new Flow(transport, LOCAL, PEER, Optional.empty());
    }

    private void note(String what) {
        log.add(now + " " + what);
    }

    private static String name(SipMessage message) {
        return switch (message) {
            case SipRequest request -> request.method();
            case SipResponse response -> response.status() + " " + response.method();
        };
    }

    private void reportFailures() {
        List<Runnable> due = List.copyOf(failures);
        failures.clear();
        due.forEach(Runnable::run);
    }

    @Override
    public void send(SipMessage message, Destination destination, Runnable onFailure) {
        assertThat(destination.remote()).isEqualTo(PEER);
        note("> " + name(message));
        sent.add(message);
        if (networkDown) {
            failures.add(onFailure);
        }
    }

    @Override
    public HostPort localFor(Destination destination) {
        return new HostPort("127.0.0.1", 5060);
    }

    @Override
    public void onRequest(SipRequest request, ServerTransaction transaction) {
        note("request " + request.method());
        requests.add(transaction);
        transaction.listener(this);
        if (answerAtOnce > 0) {
            respond(answerAtOnce);
        }
    }

    @Override
    public void onAck(SipRequest ack, Flow flow) {
        note("ack");
    }

    @Override
    public void onStray2xx(SipResponse response, Flow flow) {
        note("stray " + name(response));
    }

    @Override
    public void onResponse(SipResponse response, ClientTransaction transaction) {
        note("heard " + name(response));
    }

    @Override
    public void onTimeout(ClientTransaction transaction) {
        note("timeout " + name(transaction.request()));
    }

    @Override
    public void onTransportError(ClientTransaction transaction) {
        note("unsendable " + name(transaction.request()));
    }

    @Override
    public void onCancel(SipRequest cancel, ServerTransaction transaction) {
        note("cancelled");
    }

    @Override
    public void onNoAck(ServerTransaction transaction) {
        note("no ack");
    }

    @Override
    public void onTransportError(ServerTransaction transaction) {
        note("unanswerable " + name(transaction.request()));
    }
}
