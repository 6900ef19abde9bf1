package org.rexian.harness.load.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Callers by the thousand: INVITE, 200, ACK, and then what the load is about. Requests are resent as RFC 3261 §17.1 says. */
public final class LoadCallers implements LightLoop.Receiver {
    private static final long T1_MILLIS = 500;
    private static final int RESENDS = 6;

    private final LightLoop loop;
    private final LightLoop.Port port;
    private final InetSocketAddress server;
    private final Map<String, Call> calls = new HashMap<>();
    private final Histogram answerMicros = new Histogram(3);
    private final String prefix = Long.toString(System.nanoTime(), 36);
    private Tally tally = new Tally();
    private long count;

    /** Counts since the last {@link #restartCounting}. */
    public static final class Tally {
        public long begun;
        public long answered;
        public long ended;
        public long failed;
        public long resent;
    }

    /** One caller's call. */
    public static final class Call {
        private final String id;
        private final String user;
        private final String uri;
        private final long begunNanos;
        private final Consumer<Call> onAnswer;
        private String to;
        private String target;
        private int remoteRtpPort;
        private State state = State.CALLING;

        private Call(String id, String user, String uri, Consumer<Call> onAnswer) {
            this.id = id;
            this.user = user;
            this.uri = uri;
            this.to = "<" + uri + ">";
            this.target = uri;
            this.onAnswer = onAnswer;
            this.begunNanos = System.nanoTime();
        }

        /** What the caller's From says: the way to find this call at the agent's side. */
        public String user() {
            return user;
        }

        /** Where the engine hears this call. */
        public int remoteRtpPort() {
            return remoteRtpPort;
        }

        public boolean up() {
            return state == State.UP;
        }
    }

    private enum State {
        CALLING,
        UP,
        ENDING,
        ENDED
    }

    public LoadCallers(LightLoop loop, InetSocketAddress server) throws IOException {
        this.loop = loop;
        this.server = server;
        this.port = loop.open(0, this);
    }

    /** Begins a call to {@code number}; {@code onAnswer} hears of the 200, once its ACK is out. */
    public Call call(String number, int rtpPort, Consumer<Call> onAnswer) throws IOException {
        String id = prefix + "-" + count++;
        String uri = "sip:" + number + "@" + server.getAddress().getHostAddress() + ":" + server.getPort();
        Call call = new Call(id, "c" + id, uri, onAnswer);
        calls.put(id, call);
        tally.begun++;
        String sdp = CallText.sdp(rtpPort);
        send(call, CallText.request("INVITE", uri, port.hostPort(), call.user, call.to, id, 1, sdp), State.CALLING, 0);
        return call;
    }

    /** Hangs up. */
    public void end(Call call) throws IOException {
        if (call.state != State.UP) {
            return;
        }
        call.state = State.ENDING;
        send(call, inDialog("BYE", call, 2), State.ENDING, 0);
    }

    private String inDialog(String method, Call call, int cseq) {
        return CallText.request(method, call.target, port.hostPort(), call.user, call.to, call.id, cseq, "");
    }

    private void send(Call call, String request, State whileIn, int resends) throws IOException {
        port.send(request, server);
        loop.in(T1_MILLIS << Math.min(resends, 3), () -> {
            if (call.state != whileIn) {
                return;
            }
            if (resends == RESENDS) {
                fail(call);
                return;
            }
            tally.resent++;
            send(call, request, whileIn, resends + 1);
        });
    }

    @Override
    public void receive(LightMessage message, InetSocketAddress from) {
        Call call = calls.get(message.header("Call-ID"));
        try {
            if (!message.response()) {
                request(call, message, from);
            } else if (call != null && message.status() >= 200) {
                response(call, message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void response(Call call, LightMessage message) throws IOException {
        boolean invite = message.cseqMethod().equals("INVITE");
        if (!invite) {
            end(call, State.ENDING);
        } else if (message.status() >= 300) {
            call.to = message.header("To");
            port.send(CallText.request("ACK", call.uri, port.hostPort(), call.user, call.to, call.id, 1, ""), server);
            if (call.state == State.CALLING) {
                fail(call);
            }
        } else {
            call.to = message.header("To");
            call.target = message.contactUri();
            port.send(inDialog("ACK", call, 1), server);
            if (call.state == State.CALLING) {
                answered(call, message);
            }
        }
    }

    private void answered(Call call, LightMessage message) {
        call.state = State.UP;
        call.remoteRtpPort = message.audioPort();
        tally.answered++;
        answerMicros.recordValue((System.nanoTime() - call.begunNanos) / 1000);
        call.onAnswer.accept(call);
    }

    private void request(@Nullable Call call, LightMessage message, InetSocketAddress from) throws IOException {
        if (message.method().equals("ACK")) {
            return;
        }
        port.send(CallText.response(message, "200 OK", "t", "", ""), from);
        if (call != null && message.method().equals("BYE")) {
            end(call, call.state);
        }
    }

    private void end(Call call, State expected) {
        if (call.state == expected && call.state != State.ENDED) {
            call.state = State.ENDED;
            tally.ended++;
            calls.remove(call.id);
        }
    }

    private void fail(Call call) {
        call.state = State.ENDED;
        tally.failed++;
        calls.remove(call.id);
    }

    public Tally tally() {
        return tally;
    }

    /** INVITE to 200, in microseconds. */
    public Histogram answerMicros() {
        return answerMicros;
    }

    public int open() {
        return calls.size();
    }

    public void restartCounting() {
        tally = new Tally();
        answerMicros.reset();
    }
}
