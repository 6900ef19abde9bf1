package org.rexian.media.rtp;

/** What a {@link DtmfReceiver} knows of the latest press, so that it is not reported again. */
public record PressState(boolean started, int ssrc, int timestamp, int event, int duration, boolean ended) {}
