package org.rexian.sip;

import java.util.concurrent.atomic.LongAdder;

/** What registrar and sessions count. Written on the call loop, read by anyone at any time. */
public final class UsageCounters {
    public final LongAdder sessionsBegun = new LongAdder();
    public final LongAdder sessionsEnded = new LongAdder();
    /** New INVITEs refused with 503 because of {@code maxSessions} or while draining. */
    public final LongAdder sessionsRefused = new LongAdder();
    /** Requests refused before they had a meaning: 405, 406, 415, 416, 420, 481, 501 and their like. */
    public final LongAdder requestsRefused = new LongAdder();
    /** INVITEs from nobody that we know, answered 403. */
    public final LongAdder strangersRefused = new LongAdder();
    /** 401s sent. */
    public final LongAdder challenges = new LongAdder();
    /** Credentials that were false. */
    public final LongAdder wrongCredentials = new LongAdder();
    /** REGISTERs that changed or refreshed something. */
    public final LongAdder registrations = new LongAdder();
    /** REGISTERs refused after they proved who sent them. */
    public final LongAdder registrationsRefused = new LongAdder();
    /** 2xx sent again because their ACK was late. */
    public final LongAdder answersResent = new LongAdder();
    /** 2xx given up because their ACK never came. */
    public final LongAdder answersUnacknowledged = new LongAdder();
    /** 2xx of losing forks and of calls given up meanwhile: acknowledged and ended. */
    public final LongAdder lateAnswers = new LongAdder();
    /** 491s, in both directions. */
    public final LongAdder glares = new LongAdder();
    /** Calls of a {@link SipSession} method that did not fit its state. */
    public final LongAdder misfits = new LongAdder();
}
