package org.rexian.call;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.rexian.media.AudioCodec;
import org.rexian.media.MediaListener;
import org.rexian.media.MediaPlane;
import org.rexian.media.MediaSession;
import org.rexian.media.Quality;
import org.rexian.media.sdp.Answered;
import org.rexian.media.sdp.Direction;
import org.rexian.media.sdp.Negotiated;
import org.rexian.media.sdp.SdpNegotiator;
import org.rexian.sip.CallTarget;
import org.rexian.sip.IncomingInvite;
import org.rexian.sip.OutgoingInvite;
import org.rexian.sip.SessionEnd;
import org.rexian.sip.SessionListener;
import org.rexian.sip.SipEndpoint;
import org.rexian.sip.SipSession;
import org.rexian.sip.SipSettings;
import org.rexian.sip.SipUser;
import org.rexian.sip.TrunkSettings;
import org.rexian.sip.transport.ListenAddress;
import org.rexian.sip.transport.Transport;

/** A phone for one call at a time: notes what happens to it, and answers incoming calls as it is told to. */
final class TestPhone implements SipUser, SessionListener, MediaListener, AutoCloseable {

    /** What it does when it rings. */
    enum Habit {
        ANSWER,
        BUSY,
        RING
    }

    private final SipEndpoint endpoint;
    private final MediaPlane media;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private volatile Habit habit;
    private @Nullable MediaSession audio;
    private @Nullable SdpNegotiator sdp;
    private @Nullable SipSession session;
    private Runnable ringing = () -> {};

    TestPhone(MediaPlane media, Habit habit) throws Exception {
        this.media = media;
        this.habit = habit;
        long started = System.nanoTime();
        SipSettings settings = SipSettings.defaults()
                .withListen(new ListenAddress(Transport.UDP, "127.0.0.1", 0))
                .withTrunks(List.of(TrunkSettings.inboundOnly("platform", "127.0.0.0/8")));
        endpoint =
                new SipEndpoint(settings, this, () -> 1_790_000_000_000L + (System.nanoTime() - started) / 1_000_000);
        endpoint.start().get(10, SECONDS);
    }

    InetSocketAddress address() {
        return endpoint.boundAddresses().getFirst().address();
    }

    // --- what a test tells it to do
    // -----------------------------------------------------------------------------------

    void call(String number, String as, InetSocketAddress platform) {
        endpoint.loop().execute(() -> {
            open();
            session = endpoint.invite(
                    new OutgoingInvite(
                            new CallTarget.Uri("sip:" + number + "@127.0.0.1:" + platform.getPort(), Optional.empty()),
                            as,
                            "",
                            negotiator().offer(Direction.SENDRECV),
                            Map.of(),
                            0),
                    this);
        });
    }

    void hangUp() {
        endpoint.loop().execute(() -> present(session).end("done"));
    }

    /** Answers what rings. */
    void pickUp() {
        endpoint.loop().execute(() -> ringing.run());
    }

    void press(String digits) {
        endpoint.loop().execute(() -> present(audio).sendDigits(digits, 100));
    }

    void hold(boolean on) {
        endpoint.loop()
                .execute(
                        () -> present(session).offer(negotiator().offer(on ? Direction.SENDONLY : Direction.SENDRECV)));
    }

    void habit(Habit next) {
        habit = next;
    }

    /** Waits for this to be the next thing that happens. */
    void hears(String what) throws InterruptedException {
        assertThat(heard.poll(20, SECONDS)).isEqualTo(what);
    }

    // --- what happens to it
    // -------------------------------------------------------------------------------------------

    @Override
    public SessionListener onInvite(SipSession incoming, IncomingInvite invite) {
        session = incoming;
        boolean autoAnswer = invite.header("Call-Info").orElse("").contains("answer-after=0")
                && invite.header("Alert-Info").isPresent();
        heard.add("rings for " + invite.fromUser() + (autoAnswer ? " answer-after=0" : ""));
        switch (habit) {
            case BUSY -> incoming.reject(486, "");
            case RING -> {
                incoming.progress(180, new byte[0]);
                ringing = () -> answer(incoming, invite);
            }
            case ANSWER -> answer(incoming, invite);
        }
        return this;
    }

    private void answer(SipSession incoming, IncomingInvite invite) {
        open();
        if (negotiator().onOffer(invite.sdp(), invite.source()) instanceof Answered.Agreed agreed) {
            present(audio).connect(agreed.format());
            incoming.answer(agreed.answer());
        }
    }

    @Override
    public void onAnswered(SipSession answered, byte[] answer) {
        connect(answered, answer);
        heard.add("answered");
    }

    @Override
    public void onConfirmed(SipSession confirmed, byte[] answer) {
        heard.add("confirmed");
    }

    @Override
    public void onOffer(SipSession offering, byte[] offer) {
        if (negotiator().onOffer(offer, offering.remoteAddress()) instanceof Answered.Agreed agreed) {
            present(audio).connect(agreed.format());
            offering.answerOffer(agreed.answer());
        }
    }

    @Override
    public void onOfferAnswered(SipSession answering, byte[] answer) {
        connect(answering, answer);
        heard.add("offer answered");
    }

    @Override
    public void onEnded(SipSession ended, SessionEnd end) {
        heard.add("ended " + end.cause() + (end.status() == 0 ? "" : " " + end.status())
                + (end.reason().contains("elsewhere") ? " elsewhere" : ""));
        if (audio != null) {
            audio.close();
        }
    }

    @Override
    public void onReachable(String account, boolean reachable) {}

    @Override
    public void onDigit(char digit) {
        heard.add("digit " + digit);
    }

    @Override
    public void onPlaybackFinished(long playback) {}

    @Override
    public void onMediaTimeout() {}

    @Override
    public void onRecordingFailed(String message) {}

    @Override
    public void onClosed(Quality quality) {}

    private void open() {
        MediaSession opened = media.open(this).orElseThrow();
        audio = opened;
        sdp = new SdpNegotiator(opened.localAddress(), List.of(AudioCodec.PCMU), 1);
    }

    private void connect(SipSession with, byte[] answer) {
        if (negotiator().onAnswer(answer, with.remoteAddress()) instanceof Negotiated.Agreed agreed) {
            present(audio).connect(agreed.format());
        }
    }

    private SdpNegotiator negotiator() {
        return present(sdp);
    }

    private static <T> T present(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("no call");
        }
        return part;
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
