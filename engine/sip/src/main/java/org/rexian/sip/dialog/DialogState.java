package org.rexian.sip.dialog;

import java.util.List;
import java.util.Optional;
import org.rexian.sip.transport.DestinationState;

/**
 * A {@link Dialog} as plain data (RFC 3261 §12): addresses and URIs as they stand on the wire.
 *
 * @param local our From in requests of ours, with our tag
 * @param remote the peer's, with its tag
 * @param routeSet in the order in which our requests go by it
 * @param localCseq of our latest request
 * @param remoteCseq of the peer's latest; −1: none yet
 * @param pinned where requests go whatever the remote target says
 */
public record DialogState(
        String callId,
        String local,
        String remote,
        List<String> routeSet,
        String remoteTarget,
        long localCseq,
        long remoteCseq,
        Optional<DestinationState> pinned) {
    public DialogState {
        routeSet = List.copyOf(routeSet);
    }
}
