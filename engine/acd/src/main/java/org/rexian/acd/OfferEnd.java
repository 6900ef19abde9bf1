package org.rexian.acd;

/** Why an offer ended without a talk. */
public enum OfferEnd {
    RING_NO_ANSWER,
    BUSY,
    REJECTED,
    UNREGISTERED,
    FAILED,
    CALLER_GONE,
    AGENT_GONE,
    LEFT_QUEUE,
    ANSWERED_ELSEWHERE
}
