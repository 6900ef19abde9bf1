package org.rexian.sip.transaction;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rexian.sip.SipCounters;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.transport.Flow;
import org.rexian.sip.transport.HostPort;
import org.rexian.sip.transport.InboundListener;
import org.rexian.sip.transport.MessageSender;
import org.rexian.sip.wire.RequestBuilder;
import org.rexian.sip.wire.SipMethod;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;
import org.rexian.sip.wire.Via;

/**
 * Finds the transaction of every message, makes new ones, and answers what needs no user: CANCEL, repeated and merged requests,
 * overload (RFC 3261 §17, §8.2.2.2, §9.2; RFC 6026; RFC 4320). This class sends and owns the client side; {@link ServerSide} owns
 * the other. Call loop only.
 */
public final class TransactionLayer implements InboundListener {
    private record ClientKey(String branch, String method) {}

    private final Context context;
    private final TransactionUser user;
    private final Tokens tokens;
    private final ServerSide server;
    private final Map<ClientKey, ClientTransaction> clients = new HashMap<>();

    /** Give it to {@code SipTransports.bind} as the listener. */
    public TransactionLayer(
            TimerQueue timers,
            MessageSender sender,
            TransactionUser user,
            Tokens tokens,
            TransactionSettings settings,
            SipCounters counters) {
        this.context = new Context(timers, sender, settings, counters);
        this.user = user;
        this.tokens = tokens;
        this.server = new ServerSide(context, user, tokens);
    }

    /**
     * Sends a request in a new client transaction. Our Via goes on top, and Max-Forwards: 70 where there is none.
     * ACK goes by {@link #sendAck}, CANCEL by {@link #cancel}. The listener is never called before this returns.
     */
    public ClientTransaction send(SipRequest request, Destination destination, ClientTransactionListener listener) {
        return begin(withVia(request, destination), destination, listener);
    }

    /** Sends an ACK to a 2xx with a fresh Via (RFC 3261 §13.2.2.4). @return as sent, to be sent again with {@link #resendAck} */
    public SipRequest sendAck(SipRequest ack, Destination destination) {
        SipRequest sent = withVia(ack, destination);
        context.sender().send(sent, destination, () -> {});
        return sent;
    }

    /** Sends the very same ACK again: a 2xx came again. */
    public void resendAck(SipRequest sentAck, Destination destination) {
        context.counters().retransmissionsOut.increment();
        context.sender().send(sentAck, destination, () -> {});
    }

    /**
     * Cancels an INVITE (RFC 3261 §9.1): at once when a 1xx has come, when one comes else, never after a final response. The INVITE
     * then ends with its 487, a 2xx that crossed, or, when nothing comes within 64·T1 of the CANCEL, with a timeout.
     */
    public void cancel(ClientTransaction invite) {
        cancel(invite, Optional.empty());
    }

    /** The same with a Reason header (RFC 3326). */
    public void cancel(ClientTransaction invite, Optional<String> reason) {
        if (invite instanceof InviteClientTransaction transaction) {
            transaction.cancel(reason);
        }
    }

    @Override
    public void onRequest(SipRequest request, Flow flow) {
        server.onRequest(request, flow);
    }

    @Override
    public void onResponse(SipResponse response, Flow flow) {
        // More than one Via means that somebody in between did not take off his own (§8.1.3.3); the branch tells whose
        // it is.
        ClientTransaction transaction =
                clients.get(new ClientKey(response.topVia().branch(), response.method()));
        switch (transaction) {
            case InviteClientTransaction invite -> invite.onResponse(response);
            case NonInviteClientTransaction other -> other.onResponse(response);
            case null -> stray(response, flow);
        }
    }

    /** Client and server transactions that live. */
    public int size() {
        return clients.size() + server.size();
    }

    private void stray(SipResponse response, Flow flow) {
        context.counters().strays.increment();
        if (response.isSuccess() && response.method().equals(SipMethod.INVITE)) {
            user.onStray2xx(response, flow);
        }
    }

    private ClientTransaction begin(SipRequest request, Destination destination, ClientTransactionListener listener) {
        ClientKey key = new ClientKey(request.topVia().branch(), request.method());
        Runnable onEnd = () -> {
            clients.remove(key);
            context.counters().clientTransactionsEnded.increment();
        };
        context.counters().clientTransactionsBegun.increment();
        if (request.is(SipMethod.INVITE)) {
            var invite = new InviteClientTransaction(context, request, destination, listener, this::sendCancel, onEnd);
            clients.put(key, invite);
            invite.start();
            return invite;
        }
        var other = new NonInviteClientTransaction(context, request, destination, listener, onEnd);
        clients.put(key, other);
        other.start();
        return other;
    }

    /** CANCEL keeps the INVITE's branch: it must find the same transaction over there. What is answered to it does not matter. */
    private void sendCancel(InviteClientTransaction invite) {
        begin(AckAndCancel.cancel(invite.request(), invite.cancelReason()), invite.destination(), Ignoring.RESPONSES);
    }

    private SipRequest withVia(SipRequest request, Destination destination) {
        HostPort local = context.sender().localFor(destination);
        Map<String, String> params = LinkedHashMap.newLinkedHashMap(2);
        params.put("branch", tokens.branch());
        params.put("rport", "");
        Via via = new Via(destination.transport().name(), local.host(), local.port(), params);
        RequestBuilder builder = request.toBuilder().via(via);
        if (request.maxForwards().isEmpty()) {
            builder.maxForwards(70);
        }
        return builder.build();
    }
}
