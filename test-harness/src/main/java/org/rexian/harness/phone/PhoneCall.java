package org.rexian.harness.phone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rexian.media.AudioCodec;
import org.rexian.media.MediaListener;
import org.rexian.media.MediaPlane;
import org.rexian.media.MediaSession;
import org.rexian.media.Quality;
import org.rexian.media.StreamFormat;
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

/**
 * A call as its phone has it, either way. Commands may be given at any time from any thread; those that come too early or too late do
 * nothing, as keys of a phone without a call.
 */
public final class PhoneCall implements SessionListener, MediaListener {
    private static final int TONE_MILLIS = 120;
    private static final int REFUSED = 488;

    private final Phones phones;
    private final Phone phone;
    private final String other;
    private final long number;
    private final CompletableFuture<PhoneCall> up = new CompletableFuture<>();
    private final CompletableFuture<SessionEnd> ended = new CompletableFuture<>();
    private final CompletableFuture<Quality> quality = new CompletableFuture<>();
    private @Nullable SipSession session;
    private @Nullable MediaSession audio;
    private @Nullable SdpNegotiator sdp;
    private long playback;
    private final AtomicReference<String> digits = new AtomicReference<>("");

    PhoneCall(Phones phones, Phone phone, String other, long number) {
        this.phones = phones;
        this.phone = phone;
        this.other = other;
        this.number = number;
    }

    // --- how it begins ---

    void dial(SipEndpoint endpoint, MediaPlane media, String uri) {
        SdpNegotiator ours = open(media);
        session = endpoint.invite(
                new OutgoingInvite(
                        new CallTarget.Uri(uri, Optional.empty()),
                        phone.user(),
                        "",
                        ours.offer(Direction.SENDRECV),
                        Map.of(),
                        0),
                this);
    }

    void refuseStranger(SipSession invited) {
        session = invited;
        quality.complete(new Quality(0, 0, 0, 0, 0, -1, 0));
        invited.reject(404, "no such phone");
    }

    void ring(SipSession invited, IncomingInvite invite, MediaPlane media) {
        session = invited;
        SdpNegotiator ours = open(media);
        byte[] answer = new byte[0];
        if (invite.sdp().length == 0) {
            answer = ours.offer(Direction.SENDRECV);
        } else {
            switch (ours.onOffer(invite.sdp(), invite.source())) {
                case Answered.Refused refused -> {
                    invited.reject(REFUSED, refused.reason());
                    return;
                }
                case Answered.Agreed agreed -> {
                    answer = agreed.answer();
                    connect(agreed.format());
                }
            }
        }
        take(invited, phone.policy(), answer);
    }

    private void take(SipSession invited, AnswerPolicy policy, byte[] answer) {
        switch (policy) {
            case AnswerPolicy.Refuse refuse -> invited.reject(refuse.status(), "");
            case AnswerPolicy.RingForEver forEver -> invited.progress(180, new byte[0]);
            case AnswerPolicy.Answer soon -> {
                invited.progress(180, new byte[0]);
                phones.endpoint().timers().in(soon.afterMillis(), () -> invited.answer(answer));
            }
        }
    }

    private SdpNegotiator open(MediaPlane media) {
        MediaSession port =
                media.open(this).orElseThrow(() -> new IllegalStateException("no media port left for " + phone));
        SdpNegotiator ours = new SdpNegotiator(port.localAddress(), List.of(AudioCodec.PCMU, AudioCodec.PCMA), number);
        audio = port;
        sdp = ours;
        return ours;
    }

    private void connect(StreamFormat format) {
        if (audio != null) {
            audio.connect(format);
        }
    }

    // --- what the phone's user does ---

    /** Says these WAV files one after another, instead of what is being said; again and again with {@code loop}. */
    public void say(List<Path> files, boolean loop) {
        withAudio(port -> port.play(++playback, files, loop));
    }

    /** Presses keys, 120 ms each. */
    public void press(String keys) {
        withAudio(port -> port.sendDigits(keys, TONE_MILLIS));
    }

    /** Records both sides from now on: left what is heard, right what is said. The file is whole once {@link #quality} is there. */
    public void record(Path wav) {
        withAudio(port -> port.startRecording(wav));
    }

    /** Puts the other side on hold: sendonly. */
    public void hold() {
        offer(Direction.SENDONLY);
    }

    /** Takes the other side back. */
    public void resume() {
        offer(Direction.SENDRECV);
    }

    private void offer(Direction direction) {
        onLoop(() -> {
            if (session != null && sdp != null && up.isDone() && !ended.isDone()) {
                session.offer(sdp.offer(direction));
            }
        });
    }

    /** Hangs up, cancels or refuses, whatever fits. */
    public void hangUp() {
        onLoop(() -> {
            if (session != null && !ended.isDone()) {
                session.end("");
            }
        });
    }

    private void withAudio(Consumer<MediaSession> action) {
        onLoop(() -> {
            if (audio != null && !ended.isDone()) {
                action.accept(audio);
            }
        });
    }

    private void onLoop(Runnable action) {
        phones.endpoint().loop().execute(action);
    }

    // --- what can be seen of it ---

    public Phone phone() {
        return phone;
    }

    /** The number called, or the caller's number. */
    public String other() {
        return other;
    }

    /** Completes when it is answered and acknowledged; never for a call that is not. */
    public CompletableFuture<PhoneCall> up() {
        return up;
    }

    /** Completes when it is over. */
    public CompletableFuture<SessionEnd> ended() {
        return ended;
    }

    /** Completes after the end, once the audio is closed and recordings are whole. */
    public CompletableFuture<Quality> quality() {
        return quality;
    }

    /** Keys that the other side has pressed so far. */
    public String digits() {
        return digits.get();
    }

    /** Runs {@code action} when it is answered, on the call loop; at once if it is. */
    public void whenUp(Consumer<PhoneCall> action) {
        var _ = up.thenAccept(action);
    }

    /** Runs {@code action} when it is over, on the call loop; at once if it is. */
    public void whenEnded(Consumer<SessionEnd> action) {
        var _ = ended.thenAccept(action);
    }

    public PhoneCall awaitUp(Duration patience) {
        return up.copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /** Waits for the end; the audio is closed and recordings are whole then. */
    public SessionEnd awaitEnded(Duration patience) {
        SessionEnd end = ended.copy()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        quality.copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
        return end;
    }

    // --- what the session reports, on the call loop ---

    @Override
    public void onProgress(SipSession from, int status, byte[] body) {
        // Early media would begin here; a phone of ours has a ringback tone of its own and nobody to hear it.
    }

    @Override
    public void onAnswered(SipSession from, byte[] body) {
        if (agreed(from, body)) {
            up.complete(this);
        }
    }

    @Override
    public void onConfirmed(SipSession from, byte[] body) {
        if (body.length == 0 || agreed(from, body)) {
            up.complete(this);
        }
    }

    private boolean agreed(SipSession from, byte[] answer) {
        if (sdp == null) {
            return false;
        }
        return switch (sdp.onAnswer(answer, from.remoteAddress())) {
            case Negotiated.Refused refused -> {
                from.end(refused.reason());
                yield false;
            }
            case Negotiated.Agreed agreed -> {
                connect(agreed.format());
                yield true;
            }
        };
    }

    @Override
    public void onOffer(SipSession from, byte[] body) {
        if (sdp == null) {
            from.rejectOffer(REFUSED);
        } else if (body.length == 0) {
            from.answerOffer(sdp.offer(Direction.SENDRECV));
        } else {
            switch (sdp.onOffer(body, from.remoteAddress())) {
                case Answered.Refused refused -> from.rejectOffer(REFUSED);
                case Answered.Agreed agreed -> {
                    from.answerOffer(agreed.answer());
                    connect(agreed.format());
                }
            }
        }
    }

    @Override
    public void onOfferAnswered(SipSession from, byte[] body) {
        if (sdp != null && sdp.onAnswer(body, from.remoteAddress()) instanceof Negotiated.Agreed agreed) {
            connect(agreed.format());
        }
    }

    @Override
    public void onOfferRefused(SipSession from, int status) {
        // The call goes on as it was.
    }

    @Override
    public void onInfo(SipSession from, String contentType, byte[] body) {
        // Nothing that a phone would act on.
    }

    @Override
    public void onEnded(SipSession from, SessionEnd end) {
        if (audio != null) {
            audio.close();
        } else {
            quality.complete(new Quality(0, 0, 0, 0, 0, -1, 0));
        }
        phones.over(this);
        ended.complete(end);
    }

    // --- what the audio reports, on its media loop ---

    @Override
    public void onDigit(char digit) {
        digits.updateAndGet(before -> before + digit);
    }

    @Override
    public void onPlaybackFinished(long finished) {
        // A phone that has said its line is silent.
    }

    @Override
    public void onMediaTimeout() {
        // Switched off for phones.
    }

    @Override
    public void onRecordingFailed(String message) {
        throw new IllegalStateException(message);
    }

    @Override
    public void onClosed(Quality result) {
        quality.complete(result);
    }
}
