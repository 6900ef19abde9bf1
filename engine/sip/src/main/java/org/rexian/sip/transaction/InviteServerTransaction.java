package org.rexian.sip.transaction;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.transport.Flow;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** The server side of an INVITE: RFC 3261 §17.2.1, figure 7, as RFC 6026 §7.1 and §8.7 changed it. */
final class InviteServerTransaction extends Machine implements ServerTransaction {

    enum State {
        PROCEEDING,
        COMPLETED,
        CONFIRMED,
        ACCEPTED,
        TERMINATED
    }

    private enum Input {
        INVITE_AGAIN,
        SEND_1XX,
        SEND_2XX,
        SEND_3XX_PLUS,
        ACK,
        TIMER_G,
        TIMER_H,
        TIMER_I,
        TIMER_L,
        TRANSPORT_FAIL
    }

    private final SipRequest request;
    private final Flow flow;
    private ServerTransactionListener listener;
    private State state = State.PROCEEDING;
    private long intervalG;
    private @Nullable SipResponse last;

    InviteServerTransaction(
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

    /** The 100 waits a little: an answer that is given at once saves it (§17.2.1). */
    void start() {
        repeatIn(settings().tryingMillis(), this::trying);
    }

    void onRepeated() {
        context.counters().retransmissionsIn.increment();
        step(Input.INVITE_AGAIN);
    }

    /** @return false when the ACK is the user's: it acknowledges a 2xx (which only a pre-RFC 3261 ACK does in this place) */
    boolean onAck() {
        boolean mine = state != State.ACCEPTED;
        step(Input.ACK);
        return mine;
    }

    void onCancel(SipRequest cancel) {
        if (state == State.PROCEEDING) {
            listener.onCancel(cancel, this);
        }
    }

    @Override
    public void respond(SipResponse response) {
        Input in =
                response.isProvisional() ? Input.SEND_1XX : response.isSuccess() ? Input.SEND_2XX : Input.SEND_3XX_PLUS;
        boolean fits = state == State.PROCEEDING || (state == State.ACCEPTED && in == Input.SEND_2XX);
        if (fits) {
            last = response;
            step(in);
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
            case PROCEEDING -> proceeding(in);
            case COMPLETED -> completed(in);
            case ACCEPTED -> accepted(in);
            case CONFIRMED -> confirmed(in);
            case TERMINATED -> {}
        }
    }

    private void proceeding(Input in) {
        switch (in) {
            case INVITE_AGAIN -> {
                trying();
                sendLastAgain();
            }
            case SEND_1XX -> {
                stopRepeating();
                sendLast();
            }
            case SEND_2XX -> {
                stopRepeating();
                state = State.ACCEPTED;
                deadlineIn(settings().t1x64(), () -> step(Input.TIMER_L));
                sendLast();
            }
            case SEND_3XX_PLUS -> {
                state = State.COMPLETED;
                intervalG = settings().t1();
                deadlineIn(settings().t1x64(), () -> step(Input.TIMER_H));
                stopRepeating();
                if (!reliable()) {
                    repeatIn(intervalG, () -> step(Input.TIMER_G));
                }
                sendLast();
            }
            case TRANSPORT_FAIL -> failed();
            case ACK, TIMER_G, TIMER_H, TIMER_I, TIMER_L -> {}
        }
    }

    private void completed(Input in) {
        switch (in) {
            case INVITE_AGAIN -> sendLastAgain();
            case TIMER_G -> {
                intervalG = Math.min(2 * intervalG, settings().t2());
                repeatIn(intervalG, () -> step(Input.TIMER_G));
                sendLastAgain();
            }
            case ACK -> {
                stopRepeating();
                state = State.CONFIRMED;
                deadlineIn(reliable() ? 0 : settings().t4(), () -> step(Input.TIMER_I));
            }
            case TIMER_H -> {
                terminate();
                listener.onNoAck(this);
            }
            case TRANSPORT_FAIL -> failed();
            case SEND_1XX, SEND_2XX, SEND_3XX_PLUS, TIMER_I, TIMER_L -> {}
        }
    }

    /** A repeated INVITE is absorbed here: the user repeats its 2xx by itself (RFC 6026 §7.1). */
    private void accepted(Input in) {
        switch (in) {
            case SEND_2XX -> sendLastAgain();
            case TIMER_L -> terminate();
            // The session may be alive all the same; Timer L ends this (RFC 6026 §8.7).
            case TRANSPORT_FAIL -> listener.onTransportError(this);
            default -> {}
        }
    }

    private void confirmed(Input in) {
        if (in == Input.TIMER_I) {
            terminate();
        }
    }

    private void failed() {
        terminate();
        listener.onTransportError(this);
    }

    private void trying() {
        if (last == null) {
            stopRepeating();
            SipResponse trying = request.response(100).build();
            last = trying;
            send(trying);
        }
    }

    private void sendLast() {
        if (last != null) {
            send(last);
        }
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

    /** What was sent last: its To tag is the one that a CANCEL's answer repeats (§9.2). */
    Optional<SipResponse> last() {
        return Optional.ofNullable(last);
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
        return state == State.PROCEEDING;
    }

    @Override
    public void listener(ServerTransactionListener listener) {
        this.listener = listener;
    }
}
