package org.rexian.sip.transaction;

import org.rexian.sip.SipCounters;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.transport.Flow;
import org.rexian.sip.transport.InboundListener;
import org.rexian.sip.transport.MessageSender;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/**
 * Finds the transaction of every message, makes new ones, and answers what needs no user: CANCEL, repeated and merged requests,
 * overload (RFC 3261 §17, §8.2.2.2, §9.2; RFC 6026; RFC 4320). Call loop only.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class TransactionLayer implements InboundListener {

    /** Give it to {@code SipTransports.bind} as the listener. */
    public TransactionLayer(
            TimerQueue timers,
            MessageSender sender,
            TransactionUser user,
            Tokens tokens,
            TransactionSettings settings,
            SipCounters counters) {}

    /**
     * Sends a request in a new client transaction. Our Via goes on top, and Max-Forwards: 70 where there is none.
     * ACK goes by {@link #sendAck}, CANCEL by {@link #cancel}.
     */
    public ClientTransaction send(SipRequest request, Destination destination, ClientTransactionListener listener) {
        throw new UnsupportedOperationException();
    }

    /** Sends an ACK to a 2xx with a fresh Via (RFC 3261 §13.2.2.4). @return as sent, to be sent again with {@link #resendAck} */
    public SipRequest sendAck(SipRequest ack, Destination destination) {
        throw new UnsupportedOperationException();
    }

    /** Sends the very same ACK again: a 2xx came again. */
    public void resendAck(SipRequest sentAck, Destination destination) {
        throw new UnsupportedOperationException();
    }

    /**
     * Cancels an INVITE (RFC 3261 §9.1): at once when a 1xx has come, when one comes else, never after a final response. The INVITE
     * then ends with its 487, a 2xx that crossed, or, when nothing comes within 64·T1 of the CANCEL, with a timeout.
     */
    public void cancel(ClientTransaction invite) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onRequest(SipRequest request, Flow flow) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onResponse(SipResponse response, Flow flow) {
        throw new UnsupportedOperationException();
    }
}
