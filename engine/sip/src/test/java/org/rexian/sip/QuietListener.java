package org.rexian.sip;

/** Hears everything and does nothing; tests override what they wait for. */
public class QuietListener implements SessionListener {
    @Override
    public void onProgress(SipSession session, int status, byte[] sdp) {}

    @Override
    public void onAnswered(SipSession session, byte[] sdp) {}

    @Override
    public void onConfirmed(SipSession session, byte[] sdp) {}

    @Override
    public void onOffer(SipSession session, byte[] sdp) {}

    @Override
    public void onOfferAnswered(SipSession session, byte[] sdp) {}

    @Override
    public void onOfferRefused(SipSession session, int status) {}

    @Override
    public void onInfo(SipSession session, String contentType, byte[] body) {}

    @Override
    public void onEnded(SipSession session, SessionEnd end) {}
}
