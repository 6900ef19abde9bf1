package org.rexian.sip.transaction;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.transport.Flow;
import org.rexian.sip.transport.ResponseRoute;
import org.rexian.sip.wire.SipMethod;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** Server transactions: finding, making, refusing. */
final class ServerSide {
    private final Context context;
    private final TransactionUser user;
    private final Tokens tokens;
    private final Map<ServerKey, ServerTransaction> servers = new HashMap<>();
    private final Map<MergeKey, ServerKey> merging = new HashMap<>();

    ServerSide(Context context, TransactionUser user, Tokens tokens) {
        this.context = context;
        this.user = user;
        this.tokens = tokens;
    }

    int size() {
        return servers.size();
    }

    void onRequest(SipRequest request, Flow flow) {
        switch (request.method()) {
            case SipMethod.ACK -> ack(request, flow);
            case SipMethod.CANCEL -> cancel(request, flow);
            default -> request(request, flow);
        }
    }

    private void ack(SipRequest ack, Flow flow) {
        boolean taken = servers.get(ServerKey.of(ack, SipMethod.INVITE)) instanceof InviteServerTransaction invite
                && invite.onAck();
        if (!taken) {
            if (StatelessTag.marks(ack.to().tag())) {
                context.counters().strays.increment();
            } else {
                user.onAck(ack, flow);
            }
        }
    }

    /** §9.2: the CANCEL is answered by itself, the INVITE by the user. */
    private void cancel(SipRequest cancel, Flow flow) {
        ServerKey key = ServerKey.of(cancel, SipMethod.CANCEL);
        if (repeated(servers.get(key))) {
            return;
        }
        Destination back = ResponseRoute.of(cancel.topVia(), flow);
        if (overloaded(cancel, 2)) {
            refuseOverload(cancel, back);
            return;
        }
        NonInviteServerTransaction own = begin(key, cancel, flow, back);
        if (servers.get(ServerKey.of(cancel, SipMethod.INVITE)) instanceof InviteServerTransaction invite) {
            String tag = invite.last().map(last -> last.to().tag()).orElse("");
            own.respond(cancel.response(200)
                    .toTag(tag.isEmpty() ? tokens.tag() : tag)
                    .build());
            invite.onCancel(cancel);
        } else {
            own.respond(cancel.response(481).toTag(tokens.tag()).build());
        }
    }

    private void request(SipRequest request, Flow flow) {
        ServerKey key = ServerKey.of(request, request.method());
        if (repeated(servers.get(key))) {
            return;
        }
        Destination back = ResponseRoute.of(request.topVia(), flow);
        boolean inDialog = !request.to().tag().isEmpty();
        if (overloaded(request, inDialog ? 2 : 1)) {
            refuseOverload(request, back);
        } else if (merged(request)) {
            context.counters().mergedRefused.increment();
            refuse(request, 482, back);
        } else if (request.is(SipMethod.INVITE)) {
            user.onRequest(request, beginInvite(key, request, flow, back));
        } else {
            user.onRequest(request, begin(key, request, flow, back));
        }
    }

    private static boolean repeated(@Nullable ServerTransaction transaction) {
        switch (transaction) {
            case InviteServerTransaction invite -> invite.onRepeated();
            case NonInviteServerTransaction other -> other.onRepeated();
            case null -> {
                return false;
            }
        }
        return true;
    }

    /** Calls in progress go on: their requests may fill as many places again as new ones. */
    private boolean overloaded(SipRequest request, int share) {
        return servers.size() >= (long) share * context.settings().maxTransactions() && !request.is(SipMethod.ACK);
    }

    private void refuseOverload(SipRequest request, Destination back) {
        context.counters().overloadRefused.increment();
        SipResponse response = request.response(503)
                .toTag(StatelessTag.of(request))
                .header("Retry-After", Integer.toString(context.settings().retryAfterSeconds()))
                .build();
        context.sender().send(response, back, () -> {});
    }

    private void refuse(SipRequest request, int status, Destination back) {
        SipResponse response =
                request.response(status).toTag(StatelessTag.of(request)).build();
        context.sender().send(response, back, () -> {});
    }

    private boolean merged(SipRequest request) {
        return MergeKey.appliesTo(request) && merging.containsKey(MergeKey.of(request));
    }

    private InviteServerTransaction beginInvite(ServerKey key, SipRequest request, Flow flow, Destination back) {
        var invite =
                new InviteServerTransaction(context, request, flow, back, Ignoring.EVENTS, () -> ended(key, request));
        begun(key, request, invite);
        invite.start();
        return invite;
    }

    private NonInviteServerTransaction begin(ServerKey key, SipRequest request, Flow flow, Destination back) {
        var other = new NonInviteServerTransaction(
                context, request, flow, back, Ignoring.EVENTS, () -> ended(key, request));
        begun(key, request, other);
        other.start();
        return other;
    }

    private void begun(ServerKey key, SipRequest request, ServerTransaction transaction) {
        context.counters().serverTransactionsBegun.increment();
        servers.put(key, transaction);
        if (MergeKey.appliesTo(request)) {
            merging.put(MergeKey.of(request), key);
        }
    }

    private void ended(ServerKey key, SipRequest request) {
        context.counters().serverTransactionsEnded.increment();
        servers.remove(key);
        if (MergeKey.appliesTo(request)) {
            merging.remove(MergeKey.of(request), key);
        }
    }
}
