package org.rexian.sip.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rexian.sip.dialog.Dialog;
import org.rexian.sip.wire.SipMessage;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** The dialogs that one INVITE of ours made, by the peer's tag: a proxy, or we, may ring several phones (RFC 3261 §12.1.2). */
final class Forks {
    private static final int MAX_DIALOGS = 32;

    private final Map<String, Dialog> dialogs = new HashMap<>(2);
    private final Map<String, SipRequest> acks = new HashMap<>(2);

    /** The dialog of a response with a To tag, made if it is new; empty past the bound: such a peer is no phone. */
    Optional<Dialog> dialogOf(InviteBranch branch, SipResponse response) {
        String tag = response.to().tag();
        Dialog known = dialogs.get(tag);
        if (known == null && dialogs.size() < MAX_DIALOGS) {
            known = Dialog.outgoing(branch.invite(), response, branch.pinned());
            dialogs.put(tag, known);
        }
        return Optional.ofNullable(known);
    }

    /** The dialog of a request from the peer. */
    Optional<Dialog> find(SipMessage fromPeer) {
        Dialog known = dialogs.get(fromPeer.from().tag());
        return known != null && known.matches(fromPeer.callId(), known.remoteTag())
                ? Optional.of(known)
                : Optional.empty();
    }

    /** The ACK that answered the 2xx with this tag, to be sent again when the 2xx comes again. */
    Optional<SipRequest> ackOf(String remoteTag) {
        return Optional.ofNullable(acks.get(remoteTag));
    }

    void acknowledged(String remoteTag, SipRequest ack) {
        acks.put(remoteTag, ack);
    }
}
