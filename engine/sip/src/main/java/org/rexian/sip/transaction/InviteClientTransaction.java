package org.rexian.sip.transaction;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** The client side of an INVITE: RFC 3261 §17.1.1, figure 5, as RFC 6026 §8.4 changed it. */
final class InviteClientTransaction extends Machine implements ClientTransaction {

    enum State {
        CALLING,
        PROCEEDING,
        COMPLETED,
        ACCEPTED,
        TERMINATED
    }

    private enum Input {
        PROVISIONAL,
        SUCCESS,
        FAILURE,
        TIMER_A,
        TIMER_B,
        TIMER_D,
        TIMER_M,
        TRANSPORT_FAIL
    }

    /** How a CANCEL is put on its way; the layer owns transactions. */
    interface CancelSender {
        void sendCancel(InviteClientTransaction invite);
    }

    private final SipRequest request;
    private final ClientTransactionListener listener;
    private final CancelSender cancelSender;
    private State state = State.CALLING;
    private long intervalA;
    private boolean cancelWanted;
    private boolean cancelSent;
    private Optional<String> cancelReason = Optional.empty();
    private @Nullable SipRequest ack;

    InviteClientTransaction(
            Context context,
            SipRequest request,
            Destination destination,
            ClientTransactionListener listener,
            CancelSender cancelSender,
            Runnable onEnd) {
        super(context, destination, onEnd);
        this.request = request;
        this.listener = listener;
        this.cancelSender = cancelSender;
    }

    void start() {
        intervalA = settings().t1();
        deadlineIn(settings().t1x64(), () -> step(Input.TIMER_B));
        if (!reliable()) {
            repeatIn(intervalA, () -> step(Input.TIMER_A));
        }
        send(request);
    }

    void onResponse(SipResponse response) {
        Input input =
                response.isProvisional() ? Input.PROVISIONAL : response.isSuccess() ? Input.SUCCESS : Input.FAILURE;
        step(input, response);
    }

    /** §9.1: a CANCEL may only follow a 1xx, and is pointless after a final response. */
    void cancel(Optional<String> reason) {
        cancelWanted = true;
        cancelReason = reason;
        if (state == State.PROCEEDING) {
            cancelNow();
        }
    }

    @Override
    void transportFailed() {
        step(Input.TRANSPORT_FAIL);
    }

    private void step(Input in) {
        switch (state) {
            case CALLING -> calling(in);
            case PROCEEDING -> proceeding(in);
            case COMPLETED -> completed(in);
            case ACCEPTED -> accepted(in);
            case TERMINATED -> {}
        }
    }

    /** A response is handed on after the step, so that the user finds the new state. */
    private void step(Input in, SipResponse response) {
        State before = state;
        if (in == Input.FAILURE && (before == State.CALLING || before == State.PROCEEDING)) {
            ack = AckAndCancel.ack(request, response);
        }
        step(in);
        boolean wanted = switch (before) {
            case CALLING, PROCEEDING -> true;
            case ACCEPTED -> in == Input.SUCCESS;
            case COMPLETED, TERMINATED -> false;
        };
        if (wanted) {
            listener.onResponse(response, this);
        } else {
            context.counters().retransmissionsIn.increment();
        }
    }

    private void calling(Input in) {
        switch (in) {
            case TIMER_A -> {
                intervalA *= 2;
                repeatIn(intervalA, () -> step(Input.TIMER_A));
                sendAgain(request);
            }
            case PROVISIONAL -> {
                stopRepeating();
                stopDeadline();
                state = State.PROCEEDING;
                if (cancelWanted) {
                    cancelNow();
                }
            }
            case SUCCESS, FAILURE, TIMER_B, TRANSPORT_FAIL -> concluded(in);
            case TIMER_D, TIMER_M -> {}
        }
    }

    private void proceeding(Input in) {
        switch (in) {
            // Timer B runs here only after a CANCEL: the peer has 64·T1 to send its 487 (§9.1).
            case SUCCESS, FAILURE, TIMER_B, TRANSPORT_FAIL -> concluded(in);
            case PROVISIONAL, TIMER_A, TIMER_D, TIMER_M -> {}
        }
    }

    private void concluded(Input in) {
        stopRepeating();
        stopDeadline();
        switch (in) {
            case SUCCESS -> {
                state = State.ACCEPTED;
                deadlineIn(settings().t1x64(), () -> step(Input.TIMER_M));
            }
            case FAILURE -> {
                state = State.COMPLETED;
                deadlineIn(reliable() ? 0 : settings().timerD(), () -> step(Input.TIMER_D));
                sendAck();
            }
            case TIMER_B -> {
                terminate();
                listener.onTimeout(this);
            }
            default -> {
                terminate();
                listener.onTransportError(this);
            }
        }
    }

    private void completed(Input in) {
        switch (in) {
            case FAILURE -> {
                context.counters().retransmissionsOut.increment();
                sendAck();
            }
            // The final response has been handed on; that its ACK got lost changes nothing for the user.
            case TIMER_D, TRANSPORT_FAIL -> terminate();
            case PROVISIONAL, SUCCESS, TIMER_A, TIMER_B, TIMER_M -> {}
        }
    }

    private void accepted(Input in) {
        if (in == Input.TIMER_M) {
            terminate();
        }
    }

    Optional<String> cancelReason() {
        return cancelReason;
    }

    private void cancelNow() {
        if (!cancelSent) {
            cancelSent = true;
            deadlineIn(settings().t1x64(), () -> step(Input.TIMER_B));
            cancelSender.sendCancel(this);
        }
    }

    private void sendAck() {
        if (ack != null) {
            send(ack);
        }
    }

    private void terminate() {
        state = State.TERMINATED;
        end();
    }

    State state() {
        return state;
    }

    @Override
    public SipRequest request() {
        return request;
    }

    @Override
    public Destination destination() {
        return peer();
    }
}
