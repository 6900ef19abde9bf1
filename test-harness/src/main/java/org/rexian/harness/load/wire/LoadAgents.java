package org.rexian.harness.load.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Agents' phones by the hundred on one port: each answers at once and, after {@code talkMillis}, hangs up (0: never). Tells who was
 * offered twice.
 */
public final class LoadAgents implements LightLoop.Receiver {
    private final LightLoop loop;
    private final LightLoop.Port port;
    private final long talkMillis;
    private final Map<String, Talk> talks = new HashMap<>();
    private final Set<String> busyAgents = new HashSet<>();
    private final Set<String> offeredCallers = new HashSet<>();
    private Consumer<Talk> onOffer = talk -> {};
    private int rtpPort = 9;
    private long offers;
    private long doubleOffers;
    private long talksBegun;

    /** An agent's leg. */
    public static final class Talk {
        private final LightMessage invite;
        private final InetSocketAddress engine;
        private final String tag;
        private boolean acknowledged;

        private Talk(LightMessage invite, InetSocketAddress engine, String tag) {
            this.invite = invite;
            this.engine = engine;
            this.tag = tag;
        }

        /** The caller's From user. */
        public String caller() {
            return invite.fromUser();
        }

        public int remoteRtpPort() {
            return invite.audioPort();
        }
    }

    public LoadAgents(LightLoop loop, int sipPort, long talkMillis) throws IOException {
        this.loop = loop;
        this.talkMillis = talkMillis;
        this.port = loop.open(sipPort, this);
    }

    /** Where the agents hear; and who is told of each offer. */
    public void listen(int heardOn, Consumer<Talk> offered) {
        this.rtpPort = heardOn;
        this.onOffer = offered;
    }

    @Override
    public void receive(LightMessage message, InetSocketAddress from) {
        try {
            if (!message.response()) {
                request(message, from);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void request(LightMessage message, InetSocketAddress from) throws IOException {
        String callId = message.header("Call-ID");
        Talk talk = talks.get(callId);
        switch (message.method()) {
            case "INVITE" -> {
                if (talk == null) {
                    offered(callId, new Talk(message, from, "a" + offers));
                }
            }
            case "ACK" -> {
                if (talk != null && !talk.acknowledged) {
                    begun(callId, talk);
                }
            }
            default -> {
                port.send(CallText.response(message, "200 OK", "t", "", ""), from);
                if (talk != null && message.method().equals("BYE")) {
                    over(callId, talk);
                }
            }
        }
    }

    private void offered(String callId, Talk talk) throws IOException {
        offers++;
        talks.put(callId, talk);
        boolean freeAgent = busyAgents.add(talk.invite.requestUser());
        boolean newCaller = offeredCallers.add(talk.caller());
        if (!freeAgent || !newCaller) {
            doubleOffers++;
        }
        onOffer.accept(talk);
        String contact = "sip:" + talk.invite.requestUser() + "@" + port.hostPort();
        port.send(CallText.response(talk.invite, "180 Ringing", talk.tag, contact, ""), talk.engine);
        answer(callId, talk, contact, 0);
    }

    private void answer(String callId, Talk talk, String contact, int resends) throws IOException {
        port.send(CallText.response(talk.invite, "200 OK", talk.tag, contact, CallText.sdp(rtpPort)), talk.engine);
        loop.in(500L << Math.min(resends, 3), () -> {
            if (!talk.acknowledged && talks.get(callId) == talk && resends < 6) {
                answer(callId, talk, contact, resends + 1);
            }
        });
    }

    private void begun(String callId, Talk talk) {
        talk.acknowledged = true;
        talksBegun++;
        if (talkMillis > 0) {
            loop.in(talkMillis, () -> hangUp(callId, talk));
        }
    }

    private void hangUp(String callId, Talk talk) throws IOException {
        if (talks.get(callId) != talk) {
            return;
        }
        over(callId, talk);
        String text = "BYE " + talk.invite.contactUri() + " SIP/2.0\r\nVia: SIP/2.0/UDP " + port.hostPort()
                + ";branch=z9hG4bKb" + talk.tag + "\r\nFrom: " + talk.invite.header("To") + ";tag=" + talk.tag
                + "\r\nTo: " + talk.invite.header("From") + "\r\nCall-ID: " + callId
                + "\r\nCSeq: 1 BYE\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n";
        port.send(text, talk.engine);
    }

    private void over(String callId, Talk talk) {
        talks.remove(callId);
        busyAgents.remove(talk.invite.requestUser());
        offeredCallers.remove(talk.caller());
    }

    public int sipPort() {
        return port.number();
    }

    public long offers() {
        return offers;
    }

    /** Offers to a busy agent, or of a caller who was being offered to another: must stay 0. */
    public long doubleOffers() {
        return doubleOffers;
    }

    public long talksBegun() {
        return talksBegun;
    }

    public int open() {
        return talks.size();
    }
}
