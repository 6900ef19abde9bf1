package org.rexian.sip.session;

import org.rexian.sip.SessionEnd;
import org.rexian.sip.dialog.Dialog;
import org.rexian.sip.transaction.ServerTransaction;
import org.rexian.sip.wire.RequestBuilder;
import org.rexian.sip.wire.SipMethod;
import org.rexian.sip.wire.SipRequest;

/** How a session ends, from either side (RFC 3261 §15; races: RFC 5407 §3). */
final class Termination {
    private final Session session;
    private String reason = "";
    private boolean byeSent;

    Termination(Session session) {
        this.session = session;
    }

    /** We end it. */
    void end(String why) {
        reason = why;
        SessionEnd end = new SessionEnd(SessionEnd.Cause.LOCAL, 0, why);
        switch (session.state) {
            case CALLING, RINGING -> {
                session.abandonInvite(480, why);
                session.finish(end);
                session.retire();
            }
            case ANSWERED -> session.finish(end); // §15: no BYE before the ACK; Session.acknowledged sends it
            case CONFIRMED -> {
                boolean ackFirst = session.awaitsAck();
                session.finish(end);
                if (!ackFirst) {
                    bye();
                }
            }
            case ENDED -> session.misfit();
        }
    }

    /** The peer ends it; it may have ended here already: BYEs cross. */
    void onBye(SipRequest bye, ServerTransaction transaction) {
        transaction.respond(bye.response(200).build());
        boolean early = session.state == SessionState.RINGING;
        if (early || session.state == SessionState.CALLING) {
            session.abandonInvite(487, "");
        }
        SessionEnd.Cause cause = early ? SessionEnd.Cause.REMOTE_CANCEL : SessionEnd.Cause.REMOTE_BYE;
        session.finish(new SessionEnd(cause, 0, bye.header("Reason").orElse("")));
        session.stopAwaitingAck();
        if (!byeSent) {
            session.retire();
        }
    }

    /** The peer no longer answers, or says that the dialog is gone (RFC 3261 §12.2.1.2). */
    void peerLost(SessionEnd end, boolean tellPeer) {
        if (session.state == SessionState.ENDED) {
            return;
        }
        session.finish(end);
        if (tellPeer) {
            bye();
        } else {
            session.retire();
        }
    }

    /** The session timer ran out (RFC 4028 §10). */
    void peerSilent() {
        peerLost(new SessionEnd(SessionEnd.Cause.TIMEOUT, 408, "session timer"), true);
    }

    /** Sends the BYE, once; the session is forgotten when it is answered. */
    void bye() {
        if (byeSent) {
            return;
        }
        byeSent = true;
        session.stopAwaitingAck();
        bye(session, session.dialog(), reason, session::retire);
    }

    /** Ends a dialog, which need not be the session's own: forks have theirs. */
    static void bye(Session session, Dialog dialog, String reason, Runnable then) {
        RequestBuilder bye = dialog.request(SipMethod.BYE, dialog.nextCseq());
        if (!reason.isEmpty()) {
            bye.header("Reason", ReasonHeader.text(200, reason));
        }
        Services services = session.services;
        services.locate(dialog, destination -> {
            if (destination.isEmpty()) {
                then.run();
            } else {
                new ClientRequest(
                        services,
                        bye.build(),
                        destination.get(),
                        session.credentials(),
                        dialog::nextCseq,
                        new Unheard(then));
            }
        });
    }
}
