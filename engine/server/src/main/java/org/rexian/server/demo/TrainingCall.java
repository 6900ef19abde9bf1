package org.rexian.server.demo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.rexian.server.MonotonicClock;
import org.rexian.sip.CallTarget;
import org.rexian.sip.IncomingInvite;
import org.rexian.sip.OutgoingInvite;
import org.rexian.sip.SessionEnd;
import org.rexian.sip.SessionListener;
import org.rexian.sip.SipEndpoint;
import org.rexian.sip.SipSession;
import org.rexian.sip.SipSettings;
import org.rexian.sip.SipUser;
import org.rexian.sip.transport.ListenAddress;
import org.rexian.sip.transport.Transport;

/** A caller who dials 112, hears a second of the greeting, and hangs up. */
final class TrainingCall implements SipUser, SessionListener {

    private static final long GREETING_MILLIS = 1_000;
    private static final long PATIENCE_SECONDS = 20;

    /** Audio goes to the discard port: nobody listens. */
    private static final String SDP = """
            v=0
            o=- 1 1 IN IP4 127.0.0.1
            s=-
            c=IN IP4 127.0.0.1
            t=0 0
            m=audio 9 RTP/AVP 8 101
            a=rtpmap:8 PCMA/8000
            a=rtpmap:101 telephone-event/8000
            """.replace("\n", "\r\n");

    private final CompletableFuture<Boolean> heard = new CompletableFuture<>();
    private final SipEndpoint endpoint;

    private TrainingCall() {
        SipSettings settings = SipSettings.defaults().withListen(new ListenAddress(Transport.UDP, "127.0.0.1", 0));
        this.endpoint = new SipEndpoint(settings, this, new MonotonicClock());
    }

    /** True when the call was answered and ended as it should. */
    static boolean place(int port) throws InterruptedException {
        TrainingCall call = new TrainingCall();
        try {
            call.endpoint.start().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            call.endpoint.loop().execute(() -> call.dial(port));
            return call.heard.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } finally {
            call.endpoint.close();
        }
    }

    private void dial(int port) {
        CallTarget hotline = new CallTarget.Uri("sip:112@127.0.0.1:" + port, Optional.empty());
        byte[] offer = SDP.getBytes(StandardCharsets.US_ASCII);
        endpoint.invite(new OutgoingInvite(hotline, "13900000000", "", offer, Map.of(), 0), this);
    }

    @Override
    public void onAnswered(SipSession session, byte[] sdp) {
        endpoint.timers().in(GREETING_MILLIS, () -> session.end("heard enough"));
    }

    @Override
    public void onEnded(SipSession session, SessionEnd end) {
        heard.complete(end.cause() == SessionEnd.Cause.LOCAL);
    }

    @Override
    public SessionListener onInvite(SipSession session, IncomingInvite invite) {
        session.reject(486, "");
        return this;
    }

    @Override
    public void onReachable(String account, boolean reachable) {}
}
