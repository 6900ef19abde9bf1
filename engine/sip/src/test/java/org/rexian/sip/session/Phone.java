package org.rexian.sip.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rexian.sip.CallTarget;
import org.rexian.sip.IncomingInvite;
import org.rexian.sip.Origin;
import org.rexian.sip.OutgoingInvite;
import org.rexian.sip.RefusedInvite;
import org.rexian.sip.SessionEnd;
import org.rexian.sip.SessionListener;
import org.rexian.sip.SipCounters;
import org.rexian.sip.SipSession;
import org.rexian.sip.SipSessionState;
import org.rexian.sip.SipSettings;
import org.rexian.sip.SipUser;
import org.rexian.sip.TrunkSettings;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.transport.HostPort;
import org.rexian.sip.transport.MessageSender;
import org.rexian.sip.wire.SipMessage;

/** A user agent on a {@link VirtualNetwork} whose owner notes everything that it hears as lines. */
final class Phone implements SipUser, SessionListener {
    final String name;
    final InetSocketAddress address;
    final SipCounters counters = new SipCounters();
    final UserAgent agent;
    private final List<String> events = new ArrayList<>();
    final List<String> refused = new ArrayList<>();
    private @Nullable SipSession last;
    private boolean dead;

    /** Trusts everybody on 10.0.0.0/24 unless {@code change} says otherwise. */
    Phone(VirtualNetwork net, String name, int number, UnaryOperator<SipSettings> change) {
        this.name = name;
        this.address = net.address(name, number);
        SipSettings open = SipSettings.defaults().withTrunks(List.of(TrunkSettings.inboundOnly("lan", "10.0.0.0/24")));
        this.agent = new UserAgent(
                change.apply(open),
                this,
                net.timers,
                whileAlive(net.sender(address)),
                new SplittableRandom(number),
                Runnable::run,
                counters);
        net.attach(address, agent.inbound());
    }

    Phone(VirtualNetwork net, String name, int number) {
        this(net, name, number, settings -> settings);
    }

    private MessageSender whileAlive(MessageSender sender) {
        return new MessageSender() {
            @Override
            public void send(SipMessage message, Destination destination, Runnable onFailure) {
                if (!dead) {
                    sender.send(message, destination, onFailure);
                }
            }

            @Override
            public HostPort localFor(Destination destination) {
                return sender.localFor(destination);
            }
        };
    }

    /** Its process is killed: whatever its timers do, nothing leaves it any more. */
    void die() {
        dead = true;
    }

    /** Goes on with a session of a phone that died. */
    void restore(SipSessionState saved) {
        last = agent.restore(saved, this).orElseThrow();
    }

    String uri(String user) {
        return "sip:" + user + "@" + address.getAddress().getHostAddress();
    }

    SipSession call(String uri, String sdp) {
        return call(new CallTarget.Uri(uri, Optional.empty()), sdp, 0);
    }

    SipSession call(CallTarget target, String sdp, long noAnswerMillis) {
        SipSession session =
                agent.invite(new OutgoingInvite(target, name, "", sdp.getBytes(UTF_8), Map.of(), noAnswerMillis), this);
        last = session;
        return session;
    }

    /** The latest session, of either direction. */
    SipSession last() {
        SipSession session = last;
        if (session == null) {
            throw new AssertionError(name + " has no session");
        }
        return session;
    }

    void answer(String sdp) {
        last().answer(sdp.getBytes(UTF_8));
    }

    void offer(String sdp) {
        last().offer(sdp.getBytes(UTF_8));
    }

    void answerOffer(String sdp) {
        last().answerOffer(sdp.getBytes(UTF_8));
    }

    /** What was heard since the last call of this. */
    List<String> events() {
        List<String> heard = List.copyOf(events);
        events.clear();
        return heard;
    }

    private void note(String event, byte[] body) {
        events.add(body.length == 0 ? event : event + " " + new String(body, UTF_8));
    }

    @Override
    public SessionListener onInvite(SipSession session, IncomingInvite invite) {
        last = session;
        String from = switch (invite.origin()) {
            case Origin.Trunk(String trunk) -> "trunk " + trunk;
            case Origin.Account(String user) -> "account " + user;
        };
        note("invite " + invite.toUser() + " by " + invite.fromUser() + " of " + from, invite.sdp());
        return this;
    }

    @Override
    public void onRefused(RefusedInvite call) {
        refused.add(call.status() + " " + call.fromUser() + " to " + call.toUser() + " from "
                + call.source().getAddress().getHostAddress());
    }

    @Override
    public void onReachable(String account, boolean reachable) {
        events.add(account + (reachable ? " reachable" : " gone"));
    }

    @Override
    public void onProgress(SipSession session, int status, byte[] sdp) {
        note("progress " + status, sdp);
    }

    @Override
    public void onAnswered(SipSession session, byte[] sdp) {
        note("answered", sdp);
    }

    @Override
    public void onConfirmed(SipSession session, byte[] sdp) {
        note("confirmed", sdp);
    }

    @Override
    public void onOffer(SipSession session, byte[] sdp) {
        note("offer", sdp);
    }

    @Override
    public void onOfferAnswered(SipSession session, byte[] sdp) {
        note("offer answered", sdp);
    }

    @Override
    public void onOfferRefused(SipSession session, int status) {
        events.add("offer refused " + status);
    }

    @Override
    public void onInfo(SipSession session, String contentType, byte[] body) {
        note("info " + contentType, body);
    }

    @Override
    public void onEnded(SipSession session, SessionEnd end) {
        events.add("ended " + end.cause() + " " + end.status());
    }
}
