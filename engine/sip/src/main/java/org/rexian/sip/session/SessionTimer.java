package org.rexian.sip.session;

import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.wire.ResponseBuilder;
import org.rexian.sip.wire.SipRequest;

/**
 * The session timer of RFC 4028, UAS side, with the peer as refresher: a peer that falls silent without BYE does not leave a call
 * behind. A peer that wants us to refresh gets no timer, as if we did not know the extension.
 */
final class SessionTimer {
    static final int MIN_SECONDS = 90;

    private final TimerQueue timers;
    private final Runnable onExpiry;
    private TimerQueue.@Nullable Timer timer;
    private long expiresAt;

    SessionTimer(TimerQueue timers, Runnable onExpiry) {
        this.timers = timers;
        this.onExpiry = onExpiry;
    }

    /** True when 422 with Min-SE is due (§9). */
    static boolean tooBrief(SipRequest request) {
        OptionalLong seconds = asked(request);
        return seconds.isPresent() && seconds.getAsLong() < MIN_SECONDS;
    }

    /** Sets the timer anew from an INVITE or UPDATE that is being answered, and says so in the 2xx. */
    void refresh(SipRequest request, ResponseBuilder ok) {
        stop();
        OptionalLong seconds = asked(request);
        if (seconds.isPresent()) {
            long s = seconds.getAsLong();
            ok.header("Session-Expires", s + ";refresher=uac").header("Require", "timer");
            restore(timers.now() + 1_000 * (s - Math.min(32, s / 3)));
        }
    }

    /** Sets the timer to a time of its own. */
    void restore(long atMillis) {
        expiresAt = atMillis;
        timer = timers.schedule(atMillis, onExpiry);
    }

    /** When it runs out, if it runs. */
    OptionalLong expiresAt() {
        return timer == null ? OptionalLong.empty() : OptionalLong.of(expiresAt);
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private static OptionalLong asked(SipRequest request) {
        String value = request.header("Session-Expires").orElse("");
        if (value.isEmpty() || value.toLowerCase(Locale.ROOT).contains("refresher=uas")) {
            return OptionalLong.empty();
        }
        boolean speaksTimer = request.supported().contains(RequestGate.SUPPORTED)
                || request.require().contains(RequestGate.SUPPORTED);
        return speaksTimer ? request.number("Session-Expires") : OptionalLong.empty();
    }
}
