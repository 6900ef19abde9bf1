package org.rexian.sip.transaction;

import org.rexian.sip.transport.Destination;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** The client side of any other request: RFC 3261 §17.1.2, figure 6. */
final class NonInviteClientTransaction extends Machine implements ClientTransaction {

    enum State {
        TRYING,
        PROCEEDING,
        COMPLETED,
        TERMINATED
    }

    private enum Input {
        PROVISIONAL,
        FINAL,
        TIMER_E,
        TIMER_F,
        TIMER_K,
        TRANSPORT_FAIL
    }

    private final SipRequest request;
    private final ClientTransactionListener listener;
    private State state = State.TRYING;
    private long intervalE;

    NonInviteClientTransaction(
            Context context,
            SipRequest request,
            Destination destination,
            ClientTransactionListener listener,
            Runnable onEnd) {
        super(context, destination, onEnd);
        this.request = request;
        this.listener = listener;
    }

    void start() {
        intervalE = settings().t1();
        deadlineIn(settings().t1x64(), () -> step(Input.TIMER_F));
        if (!reliable()) {
            repeatIn(intervalE, () -> step(Input.TIMER_E));
        }
        send(request);
    }

    void onResponse(SipResponse response) {
        boolean wanted = state == State.TRYING || state == State.PROCEEDING;
        step(response.isProvisional() ? Input.PROVISIONAL : Input.FINAL);
        if (wanted) {
            listener.onResponse(response, this);
        } else {
            context.counters().retransmissionsIn.increment();
        }
    }

    @Override
    void transportFailed() {
        step(Input.TRANSPORT_FAIL);
    }

    private void step(Input in) {
        switch (state) {
            case TRYING, PROCEEDING -> waiting(in);
            case COMPLETED -> completed(in);
            case TERMINATED -> {}
        }
    }

    private void waiting(Input in) {
        switch (in) {
            case TIMER_E -> {
                // Once a 1xx has come the interval is T2 (§17.1.2.2): the peer is there, only slow.
                intervalE = state == State.PROCEEDING
                        ? settings().t2()
                        : Math.min(2 * intervalE, settings().t2());
                repeatIn(intervalE, () -> step(Input.TIMER_E));
                sendAgain(request);
            }
            case PROVISIONAL -> state = State.PROCEEDING;
            case FINAL -> {
                stopRepeating();
                state = State.COMPLETED;
                deadlineIn(reliable() ? 0 : settings().t4(), () -> step(Input.TIMER_K));
            }
            case TIMER_F -> {
                terminate();
                listener.onTimeout(this);
            }
            case TRANSPORT_FAIL -> {
                terminate();
                listener.onTransportError(this);
            }
            case TIMER_K -> {}
        }
    }

    private void completed(Input in) {
        if (in == Input.TIMER_K) {
            terminate();
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
