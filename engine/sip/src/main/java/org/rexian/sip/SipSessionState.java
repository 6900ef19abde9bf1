package org.rexian.sip;

import java.util.Optional;
import java.util.OptionalLong;
import org.rexian.sip.dialog.DialogState;
import org.rexian.sip.transport.DestinationState;

/**
 * A {@link SipSession} from its 2xx to its end as plain data, to be written down and given to {@link SipEndpoint#restore}, also in
 * another process on the same addresses. Transactions are no part of it: an offer under way is forgotten, the owner offers again.
 *
 * @param incoming whether the peer sent the INVITE
 * @param confirmed whether the ACK to our first 2xx came; true when we called
 * @param contact our Contact, as it stands on the wire
 * @param lastHop where requests went or came from last
 * @param trunk whose login answers challenges; empty for none
 * @param expiresAtMillis when the session timer (RFC 4028) runs out; empty for never
 * @param unacknowledged a 2xx of ours that has no ACK
 */
public record SipSessionState(
        DialogState dialog,
        boolean incoming,
        boolean confirmed,
        String contact,
        DestinationState lastHop,
        Optional<String> trunk,
        OptionalLong expiresAtMillis,
        Optional<Unacknowledged> unacknowledged) {

    /**
     * A 2xx to an INVITE that is sent again until its ACK comes.
     *
     * @param response the whole response, each octet a character (ISO 8859-1)
     * @param cseq of the INVITE
     * @param bringsAnswer whether the ACK must hold an answer
     * @param to where it goes
     */
    public record Unacknowledged(
            String response, long cseq, boolean bringsAnswer, DestinationState to, long giveUpAtMillis) {}
}
