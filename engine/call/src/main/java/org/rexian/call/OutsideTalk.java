package org.rexian.call;

import org.rexian.sip.SessionEnd;

/** The customer talks with somebody outside: two legs of ours, no agent, nothing in the router. */
final class OutsideTalk implements LegOwner {

    private final TalkHost host;
    private final Leg outside;
    private final CallSettings settings;
    private boolean over;

    OutsideTalk(TalkHost host, Leg outside, CallCenter center) {
        this.host = host;
        this.outside = outside;
        this.settings = center.settings();
    }

    void begin() {
        outside.belongsTo(this);
        if (outside.ended()) {
            host.hangUp("transfer-ended");
        } else {
            host.customer().media().bridge(outside.media(), settings.passDtmf());
        }
    }

    void customerGone() {
        over = true;
        outside.end("caller hung up");
    }

    @Override
    public void onEnded(Leg leg, SessionEnd end) {
        if (!over) {
            over = true;
            host.hangUp("transfer-ended");
        }
    }

    @Override
    public void onFailure(RuntimeException failure) {
        host.onFailure(failure);
    }
}
