package org.rexian.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
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

/** A caller with real SIP and no ears: notes what becomes of its one call. */
final class Caller implements SipUser, SessionListener, AutoCloseable {

    private static final ListenAddress LISTEN = new ListenAddress(Transport.UDP, "127.0.0.1", 0);

    /** Audio goes to the discard port of loopback. */
    private static final String OFFER = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            + "m=audio 9 RTP/AVP 8 101\r\na=rtpmap:101 telephone-event/8000\r\n";

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final SipEndpoint endpoint =
            new SipEndpoint(SipSettings.defaults().withListen(LISTEN), this, new MonotonicClock());
    private @Nullable SipSession session;

    Caller() throws Exception {
        endpoint.start().get(10, SECONDS);
    }

    InetSocketAddress address() {
        return endpoint.boundAddresses().getFirst().address();
    }

    void call(String number, String as, int port) {
        CallTarget target = new CallTarget.Uri("sip:" + number + "@127.0.0.1:" + port, Optional.empty());
        byte[] offer = OFFER.getBytes(StandardCharsets.US_ASCII);
        endpoint.loop().execute(() -> {
            session = endpoint.invite(new OutgoingInvite(target, as, "", offer, Map.of(), 0), this);
        });
    }

    void hangUp() {
        endpoint.loop().execute(() -> {
            SipSession open = session;
            if (open != null) {
                open.end("done");
            }
        });
    }

    /** Waits for this to be the next thing that happens. */
    void hears(String what) throws InterruptedException {
        assertThat(heard.poll(20, SECONDS)).isEqualTo(what);
    }

    List<String> heardSince() {
        return List.copyOf(heard);
    }

    @Override
    public void onAnswered(SipSession answered, byte[] answer) {
        heard.add("answered");
    }

    @Override
    public void onEnded(SipSession ended, SessionEnd end) {
        heard.add("ended " + end.cause() + (end.status() == 0 ? "" : " " + end.status()));
    }

    @Override
    public SessionListener onInvite(SipSession incoming, IncomingInvite invite) {
        incoming.reject(486, "");
        return this;
    }

    @Override
    public void onReachable(String account, boolean reachable) {}

    @Override
    public void onProgress(SipSession ringing, int status, byte[] body) {}

    @Override
    public void onConfirmed(SipSession confirmed, byte[] answer) {}

    @Override
    public void onOffer(SipSession offering, byte[] offer) {}

    @Override
    public void onOfferAnswered(SipSession answering, byte[] answer) {}

    @Override
    public void onOfferRefused(SipSession refusing, int status) {}

    @Override
    public void onInfo(SipSession informing, String contentType, byte[] body) {}

    @Override
    public void close() {
        endpoint.close();
    }
}
