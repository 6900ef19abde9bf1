package org.rexian.sip.transaction;

import org.jspecify.annotations.Nullable;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.transport.Flow;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/**
 * The server side of any other request: RFC 3261 §17.2.2, figure 8, as RFC 4320 §4 changed it: the only 1xx is a 100, sent by
 * itself when the peer's Timer E has reached T2; no 408; and nothing at all once the peer must have given up.
 */
final class NonInviteServerTransaction extends Machine implements ServerTransaction {

    enum State {
        TRYING,
        PROCEEDING,
        COMPLETED,
        TERMINATED
    }

    private enum Input {
        REQUEST_AGAIN,
        SEND_FINAL,
        TIMER_100,
        TIMER_LATE,
        TIMER_J,
        TRANSPORT_FAIL
    }

    private final SipRequest request;
    private final Flow flow;
    private ServerTransactionListener listener;
    private State state = State.TRYING;
    private @Nullable SipResponse last;

    NonInviteServerTransaction(
            Context context,
            SipRequest request,
            Flow flow,
            Destination back,
            ServerTransactionListener listener,
            Runnable onEnd) {
        super(context, back, onEnd);
        this.request = request;
        this.flow = flow;
        this.listener = listener;
    }

    void start() {
        // Timer E runs T1, 2·T1, 4·T1 before it stands at T2 = 8·T1.
        repeatIn(7 * settings().t1(), () -> step(Input.TIMER_100));
        deadlineIn(settings().t1x64(), () -> step(Input.TIMER_LATE));
    }

    void onRepeated() {
        context.counters().retransmissionsIn.increment();
        step(Input.REQUEST_AGAIN);
    }

    @Override
    public void respond(SipResponse response) {
        if (unanswered() && response.isFinal() && response.status() != 408) {
            last = response;
            step(Input.SEND_FINAL);
        } else {
            context.counters().strays.increment();
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
            case REQUEST_AGAIN -> sendLastAgain();
            case TIMER_100 -> {
                state = State.PROCEEDING;
                SipResponse trying = request.response(100).build();
                last = trying;
                send(trying);
            }
            case SEND_FINAL -> {
                stopRepeating();
                state = State.COMPLETED;
                deadlineIn(reliable() ? 0 : settings().t1x64(), () -> step(Input.TIMER_J));
                if (last != null) {
                    send(last);
                }
            }
            case TIMER_LATE -> terminate();
            case TRANSPORT_FAIL -> failed();
            case TIMER_J -> {}
        }
    }

    private void completed(Input in) {
        switch (in) {
            case REQUEST_AGAIN -> sendLastAgain();
            case TIMER_J -> terminate();
            case TRANSPORT_FAIL -> failed();
            case SEND_FINAL, TIMER_100, TIMER_LATE -> {}
        }
    }

    private void failed() {
        terminate();
        listener.onTransportError(this);
    }

    private void sendLastAgain() {
        if (last != null) {
            sendAgain(last);
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
    public Flow flow() {
        return flow;
    }

    @Override
    public boolean unanswered() {
        return state == State.TRYING || state == State.PROCEEDING;
    }

    @Override
    public void listener(ServerTransactionListener listener) {
        this.listener = listener;
    }
}
