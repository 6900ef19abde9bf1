package org.rexian.sip.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.transport.DestinationState;
import org.rexian.sip.wire.NameAddress;
import org.rexian.sip.wire.RequestBuilder;
import org.rexian.sip.wire.SipMessage;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;
import org.rexian.sip.wire.SipUri;

/** One dialog, early or confirmed (RFC 3261 §12): what its requests are made of, and the order of theirs. Call loop only. */
public final class Dialog {
    private static final long NONE_YET = -1;

    private final String callId;
    private final NameAddress local;
    private final NameAddress remote;
    private final Optional<Destination> pinned;
    private List<NameAddress> routeSet;
    private SipUri remoteTarget;
    private long localCseq;
    private long remoteCseq;

    private Dialog(
            String callId,
            NameAddress local,
            NameAddress remote,
            List<NameAddress> routeSet,
            SipUri remoteTarget,
            long localCseq,
            long remoteCseq,
            Optional<Destination> pinned) {
        this.callId = callId;
        this.local = local;
        this.remote = remote;
        this.routeSet = routeSet;
        this.remoteTarget = remoteTarget;
        this.localCseq = localCseq;
        this.remoteCseq = remoteCseq;
        this.pinned = pinned;
    }

    /**
     * UAS side (§12.1.1).
     *
     * @param pinned where requests go whatever the remote target says: back through the peer's NAT or connection
     */
    public static Dialog incoming(SipRequest invite, String localTag, Optional<Destination> pinned) {
        SipUri target = invite.contacts().isEmpty()
                ? invite.from().uri()
                : invite.contacts().getFirst().uri();
        return new Dialog(
                invite.callId(),
                invite.to().withTag(localTag),
                invite.from(),
                invite.recordRoutes(),
                target,
                0,
                invite.cseq().number(),
                pinned);
    }

    /** UAC side (§12.1.2), from a 1xx or 2xx to our INVITE. */
    public static Dialog outgoing(SipRequest invite, SipResponse response, Optional<Destination> pinned) {
        SipUri target = response.contacts().isEmpty()
                ? invite.uri()
                : response.contacts().getFirst().uri();
        return new Dialog(
                invite.callId(),
                invite.from(),
                response.to(),
                reversed(response.recordRoutes()),
                target,
                invite.cseq().number(),
                NONE_YET,
                pinned);
    }

    /** A dialog that goes on where the one stood whose {@link #state} this is; empty if addresses in it are none. */
    public static Optional<Dialog> restore(DialogState saved) {
        Optional<NameAddress> local = NameAddress.parse(saved.local());
        Optional<NameAddress> remote = NameAddress.parse(saved.remote());
        Optional<SipUri> target = SipUri.parse(saved.remoteTarget());
        List<NameAddress> routes = saved.routeSet().stream()
                .flatMap(route -> NameAddress.parse(route).stream())
                .toList();
        Optional<Destination> pinned = saved.pinned().flatMap(DestinationState::restore);
        boolean whole = routes.size() == saved.routeSet().size()
                && pinned.isPresent() == saved.pinned().isPresent();
        return local.isEmpty() || remote.isEmpty() || target.isEmpty() || !whole
                ? Optional.empty()
                : Optional.of(new Dialog(
                        saved.callId(),
                        local.get(),
                        remote.get(),
                        routes,
                        target.get(),
                        saved.localCseq(),
                        saved.remoteCseq(),
                        pinned));
    }

    /** As plain data, for {@link #restore}. */
    public DialogState state() {
        return new DialogState(
                callId,
                local.toString(),
                remote.toString(),
                routeSet.stream().map(NameAddress::toString).toList(),
                remoteTarget.toString(),
                localCseq,
                remoteCseq,
                pinned.map(DestinationState::of));
    }

    /** The 2xx after the 1xx that made this dialog: the route set is computed again (§13.2.2.4), the target is refreshed. */
    public void confirmedBy(SipResponse ok) {
        routeSet = reversed(ok.recordRoutes());
        refreshTarget(ok);
    }

    private static List<NameAddress> reversed(List<NameAddress> routes) {
        return routes.size() < 2 ? routes : routes.reversed();
    }

    public String callId() {
        return callId;
    }

    public String remoteTag() {
        return remote.tag();
    }

    public NameAddress local() {
        return local;
    }

    /** True when a message with this Call-ID and peer's tag is ours. */
    public boolean matches(String callId, String remoteTag) {
        return this.callId.equals(callId) && remote.tag().equals(remoteTag);
    }

    /** Takes note of a request's CSeq; false when a higher one came before (§12.2.2): answer 500. */
    public boolean inOrder(SipRequest request) {
        long number = request.cseq().number();
        if (number < remoteCseq) {
            return false;
        }
        remoteCseq = number;
        return true;
    }

    /** A re-INVITE or UPDATE, or the 2xx to one, may move the peer (§12.2.1.2, §12.2.2). */
    public void refreshTarget(SipMessage message) {
        if (!message.contacts().isEmpty()) {
            remoteTarget = message.contacts().getFirst().uri();
        }
    }

    /** The next CSeq of ours. */
    public long nextCseq() {
        return ++localCseq;
    }

    /** A request with this CSeq, addressed and routed as §12.2.1.1 says, for loose and for strict first hops. */
    public RequestBuilder request(String method, long cseq) {
        boolean strict = !routeSet.isEmpty() && !routeSet.getFirst().uri().looseRouter();
        SipUri uri = strict ? routeSet.getFirst().uri() : remoteTarget;
        RequestBuilder builder = SipRequest.builder(method, uri)
                .from(local)
                .to(remote)
                .callId(callId)
                .cseq(cseq);
        for (NameAddress route : strict ? afterStrictHop() : routeSet) {
            builder.route(route);
        }
        return builder;
    }

    private List<NameAddress> afterStrictHop() {
        List<NameAddress> routes = new ArrayList<>(routeSet.subList(1, routeSet.size()));
        routes.add(NameAddress.of(remoteTarget));
        return routes;
    }

    /** Where requests go regardless of {@link #nextHop}; only when no proxy asked to stay in the way. */
    public Optional<Destination> pinned() {
        return routeSet.isEmpty() ? pinned : Optional.empty();
    }

    /** The URI that decides where requests go. */
    public SipUri nextHop() {
        return routeSet.isEmpty() ? remoteTarget : routeSet.getFirst().uri();
    }
}
