package org.rexian.call;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rexian.call.CallRecord.LegRecord;
import org.rexian.media.MediaSession;
import org.rexian.media.Quality;
import org.rexian.media.StreamFormat;
import org.rexian.media.sdp.Answered;
import org.rexian.media.sdp.Direction;
import org.rexian.media.sdp.Negotiated;
import org.rexian.media.sdp.SdpNegotiator;
import org.rexian.sip.SessionEnd;
import org.rexian.sip.SessionListener;
import org.rexian.sip.SipSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One party of a call: a SIP session, its audio, and the offers and answers between the two. Confined to the call loop.
 * Its owner changes: an agent's leg belongs to the {@link OfferDialer} while it rings and to the {@link Talk} afterwards.
 * Its home, whose record tells of it, never does.
 */
final class Leg implements SessionListener {

    /** Whose leg it is. */
    enum Role {
        CALLER,
        AGENT,
        /** Asked by an agent in the middle of a talk. */
        CONSULTED,
        /** A number outside, dialled by us. */
        OUTSIDE,
        /** Dialled by us: a callback. */
        CUSTOMER,
        SUPERVISOR
    }

    private static final Logger log = LoggerFactory.getLogger(Leg.class);

    private final Role role;
    private final String address;
    private final CallLoop loop;
    private final MediaSession media;
    private final SdpNegotiator sdp;
    private final long startedAt;
    private final Consumer<Leg> home;
    private LegOwner owner;
    private @Nullable SipSession session;
    private LegState state = LegState.DIALLING;
    private boolean held;
    private boolean offerInAnswer;
    private boolean silent;
    private long answeredAt;
    private long endedAt;
    private String sipCallId = "";
    private String codec = "";
    private Optional<SessionEnd> end = Optional.empty();
    private Optional<Quality> quality = Optional.empty();

    /** @param home told last, when the leg's quality is known and its record complete */
    Leg(Role role, String address, CallLoop loop, LegAudio audio, LegOwner owner, Consumer<Leg> home) {
        this.role = role;
        this.address = address;
        this.loop = loop;
        this.media = audio.session();
        this.sdp = audio.sdp();
        this.owner = owner;
        this.home = home;
        this.startedAt = loop.now();
        audio.leadTo(this);
    }

    // --- an INVITE from the peer

    /** Answers the peer's INVITE with 200; false when its offer leaves nothing in common, and the INVITE got 488. */
    boolean accept(SipSession incoming, byte[] offer) {
        session = incoming;
        sipCallId = incoming.callId();
        if (offer.length == 0) {
            offerInAnswer = true;
            incoming.answer(sdp.offer(Direction.SENDRECV));
        } else {
            switch (sdp.onOffer(offer, incoming.remoteAddress())) {
                case Answered.Agreed(byte[] answer, StreamFormat format) -> {
                    connect(format);
                    incoming.answer(answer);
                }
                case Answered.Refused(String reason) -> {
                    incoming.reject(488, reason);
                    return false;
                }
            }
        }
        state = LegState.ANSWERED;
        answeredAt = loop.now();
        return true;
    }

    @Override
    public void onConfirmed(SipSession confirmed, byte[] answer) {
        loop.run(
                () -> {
                    if (offerInAnswer) {
                        offerInAnswer = false;
                        if (!agreed(confirmed, answer)) {
                            return;
                        }
                    }
                    becomeUp();
                },
                owner::onFailure);
    }

    // --- our INVITE to the peer

    /** The offer for an INVITE of ours. */
    byte[] firstOffer() {
        return sdp.offer(Direction.SENDRECV);
    }

    /** The session that our INVITE opened. */
    void dialled(SipSession outgoing) {
        session = outgoing;
        sipCallId = outgoing.callId();
    }

    @Override
    public void onProgress(SipSession ringing, int status, byte[] body) {
        if (state == LegState.DIALLING) {
            state = LegState.RINGING;
        }
    }

    @Override
    public void onAnswered(SipSession answered, byte[] answer) {
        loop.run(
                () -> {
                    session = answered;
                    sipCallId = answered.callId();
                    answeredAt = loop.now();
                    if (agreed(answered, answer)) {
                        becomeUp();
                    }
                },
                owner::onFailure);
    }

    private void becomeUp() {
        if (state != LegState.ENDED && state != LegState.UP) {
            state = LegState.UP;
            owner.onUp(this);
        }
    }

    // --- while it is up: offers of either side

    @Override
    public void onOffer(SipSession offering, byte[] offer) {
        loop.run(
                () -> {
                    if (offer.length == 0) { // the answer comes in the ACK, as onOfferAnswered
                        offering.answerOffer(sdp.offer(Direction.SENDRECV));
                        return;
                    }
                    switch (sdp.onOffer(offer, offering.remoteAddress())) {
                        case Answered.Agreed(byte[] answer, StreamFormat format) -> {
                            offering.answerOffer(answer);
                            connect(format);
                        }
                        case Answered.Refused(String reason) -> {
                            log.info("leg {}: offer refused: {}", sipCallId, reason);
                            offering.rejectOffer(488);
                        }
                    }
                },
                owner::onFailure);
    }

    @Override
    public void onOfferAnswered(SipSession answering, byte[] answer) {
        loop.run(() -> agreed(answering, answer), owner::onFailure);
    }

    @Override
    public void onOfferRefused(SipSession refusing, int status) {
        log.info("leg {}: our offer was refused with {}; the audio goes on as it was", sipCallId, status);
    }

    @Override
    public void onInfo(SipSession informing, String contentType, byte[] body) {
        log.debug("leg {}: INFO with {}", sipCallId, contentType);
    }

    private boolean agreed(SipSession with, byte[] answer) {
        switch (sdp.onAnswer(answer, with.remoteAddress())) {
            case Negotiated.Agreed(StreamFormat format) -> {
                connect(format);
                return true;
            }
            case Negotiated.Refused(String reason) -> {
                log.warn("leg {}: no audio in common with {}: {}", sipCallId, address, reason);
                end("no audio in common");
                return false;
            }
        }
    }

    private void connect(StreamFormat format) {
        codec = format.codec().name();
        media.connect(format);
        boolean holds = !format.send();
        if (holds != held) {
            held = holds;
            if (state == LegState.UP) {
                owner.onHold(this, holds);
            }
        }
    }

    // --- audio

    MediaSession media() {
        return media;
    }

    void digit(char digit) {
        if (state == LegState.UP) {
            owner.onDigit(this, digit);
        }
    }

    void playbackFinished(long playback) {
        if (state == LegState.UP) {
            owner.onPlaybackFinished(this, playback);
        }
    }

    void mediaTimeout() {
        if (state == LegState.UP) {
            log.info("leg {}: no audio from {} any more, hanging up", sipCallId, address);
            silent = true;
            end("media timeout");
        }
    }

    // --- the end

    /** Asks the peer whether it is still there: a re-INVITE that changes nothing. A peer that is gone ends the leg. */
    void probe() {
        if (state == LegState.UP && session != null) {
            session.offer(sdp.offer(Direction.SENDRECV));
        }
    }

    /** Hangs up in whatever state it is; {@link LegOwner#onEnded} follows. Ending twice is harmless. */
    void end(String reason) {
        if (state == LegState.ENDED) {
            return;
        }
        if (session == null) {
            ended(new SessionEnd(SessionEnd.Cause.LOCAL, 0, reason));
        } else {
            session.end(reason);
        }
    }

    @Override
    public void onEnded(SipSession ended, SessionEnd how) {
        loop.run(() -> ended(how), owner::onFailure);
    }

    private void ended(SessionEnd how) {
        if (state == LegState.ENDED) {
            return;
        }
        state = LegState.ENDED;
        endedAt = loop.now();
        end = Optional.of(how);
        media.close();
        owner.onEnded(this, how);
    }

    void mediaClosed(Quality measured) {
        quality = Optional.of(measured);
        home.accept(this);
    }

    // --- what it is

    void belongsTo(LegOwner next) {
        owner = next;
    }

    LegOwner owner() {
        return owner;
    }

    LegState state() {
        return state;
    }

    boolean ended() {
        return state == LegState.ENDED;
    }

    /** True when it was ended because no audio came from the peer any more. */
    boolean silent() {
        return silent;
    }

    /** Name of the agreed codec, empty before. */
    String codec() {
        return codec;
    }

    String address() {
        return address;
    }

    boolean held() {
        return held;
    }

    long answeredAt() {
        return answeredAt;
    }

    long endedAt() {
        return endedAt;
    }

    /** The final status that ended it before an answer, 0 where there was none. */
    int finalStatus() {
        return end.map(SessionEnd::status).orElse(0);
    }

    /** Whether the peer went without a word: nothing comes from it any more, or it can't be reached. */
    boolean lost() {
        return silent
                || end.map(how -> switch (how.cause()) {
                            case TIMEOUT, NO_ACK, TRANSPORT -> true;
                            case LOCAL, REMOTE_BYE, REMOTE_CANCEL, REJECTED -> false;
                        })
                        .orElse(false);
    }

    LegRecord toRecord() {
        SessionEnd how = end.orElseGet(() -> new SessionEnd(SessionEnd.Cause.LOCAL, 0, ""));
        Quality heard = quality.orElseGet(() -> new Quality(0, 0, 0, 0, 0, -1, 0));
        return new LegRecord(
                role.name().toLowerCase(Locale.ROOT),
                address,
                sipCallId,
                startedAt,
                answeredAt,
                endedAt,
                LegCause.of(how, answeredAt > 0),
                answeredAt > 0 ? 200 : how.status(),
                codec,
                heard.packetsSent(),
                heard.packetsReceived(),
                heard.packetsLost(),
                heard.jitterMillis(),
                heard.mos());
    }
}
