package org.rexian.media;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.rexian.media.codec.G711;
import org.rexian.media.rtp.DtmfReceiver;
import org.rexian.media.rtp.DtmfSender;
import org.rexian.media.rtp.EModel;
import org.rexian.media.rtp.OutgoingStream;
import org.rexian.media.rtp.ReceptionStatistics;
import org.rexian.media.rtp.ReceptionStatistics.Order;
import org.rexian.media.rtp.RtcpSession;
import org.rexian.media.rtp.RtpView;

/**
 * One leg's audio on its loop: the way of each packet in, and what is sent at each turn of the wheel. Every method is called on the
 * loop's thread.
 *
 * <pre>receive → parse → source → statistics → dtmf | recorder → bridge | mix      wheel → digits | prompt | mix | silence → header → recorder → send</pre>
 */
final class RtpStream implements PacingWheel.Paced {

    private final MediaLoop loop;
    private final MediaPort port;
    private final MediaListener listener;
    private final MediaSettings settings;
    private final RecordingWriter writer;
    private final Runnable freePort;
    private final SourceLatch latch = new SourceLatch();
    private final ReceptionStatistics statistics = new ReceptionStatistics();
    private final DtmfReceiver keysHeard = new DtmfReceiver();
    private final DtmfSender keysToSend = new DtmfSender();
    private final Player player = new Player();
    private final Outlet outlet;
    private final RtcpSession rtcp;
    private final RtcpLink rtcpLink;
    private @Nullable StreamFormat format;
    private @Nullable BridgeSide bridge;
    private @Nullable Seat seat;
    private @Nullable Recorder recorder;
    private long playback;
    private long playbackGeneration;
    private long lastHeardNanos;
    private boolean timedOut;
    private long dropped;
    private boolean closed;

    RtpStream(
            MediaLoop loop,
            MediaPort port,
            MediaListener listener,
            MediaSettings settings,
            RecordingWriter writer,
            SplittableRandom random,
            Runnable freePort) {
        this.loop = loop;
        this.port = port;
        this.listener = listener;
        this.settings = settings;
        this.writer = writer;
        this.freePort = freePort;
        OutgoingStream stream = new OutgoingStream(random.nextInt(), random.nextInt(1 << 16), random.nextInt());
        this.outlet = new Outlet(loop, port, stream);
        this.rtcp = new RtcpSession(stream, statistics, "rexian-" + Long.toHexString(random.nextLong()));
        this.rtcpLink = new RtcpLink(port, rtcp, random, settings.rtcpIntervalMillis());
    }

    void open() {
        loop.register(this, port);
    }

    /** The outcome of an offer/answer. */
    void connect(StreamFormat next) {
        if (closed) {
            return;
        }
        StreamFormat before = format;
        format = next;
        latch.negotiated(next);
        rtcpLink.negotiated(next, loop.now());
        lastHeardNanos = loop.now();
        timedOut = false;
        settle();
        if (seat != null && !next.receive()) {
            seat.silence(loop.milli());
        }
        if (before == null) {
            loop.wheel.add(this, next.ptimeMillis());
        } else if (before.ptimeMillis() != next.ptimeMillis()) {
            loop.wheel.remove(this, before.ptimeMillis());
            loop.wheel.add(this, next.ptimeMillis());
        }
    }

    /** Ties the socket to the stream's address while that is known for good. */
    private void settle() {
        InetSocketAddress target = latch.target();
        try {
            if (latch.settled() && target != null && target.getPort() != 0) {
                port.connect(target);
            } else {
                port.disconnect();
            }
        } catch (IOException unreachable) {
            loop.tallies.sendFailures.add(1); // stays unconnected: sources are compared instead
        }
    }

    MediaSessionState state() {
        int milli = loop.milli();
        InetSocketAddress local = port.local();
        return new MediaSessionState(
                local.getAddress().getHostAddress(),
                local.getPort(),
                Optional.ofNullable(format).map(MediaSessionState.Format::of),
                Optional.ofNullable(latch.target()).map(MediaSessionState.Address::of),
                latch.learning(),
                outlet.stream().state(milli),
                statistics.state(),
                keysHeard.state(),
                rtcp.cname(),
                Optional.ofNullable(recorder).map(running -> running.state(milli)));
    }

    /** Before anything else: goes on where another one stood {@code outageMillis} ago. */
    void restore(MediaSessionState saved, int outageMillis) {
        int ptime = saved.format().map(MediaSessionState.Format::ptimeMillis).orElse(20);
        outlet.stream().restore(saved.sent(), loop.milli(), outageMillis, ptime);
        statistics.restore(saved.received());
        keysHeard.restore(saved.press());
        rtcp.cname(saved.cname());
        saved.format().ifPresent(known -> connect(known.toStreamFormat()));
        saved.target().ifPresent(target -> latch.restore(target.toSocketAddress(), saved.learning()));
        settle();
    }

    // ---- in

    /** A datagram on the RTP port, in {@code packet} from 0 to {@code length}. */
    void onRtp(ByteBuffer packet, int length, InetSocketAddress from) {
        RtpView view = loop.view;
        if (RtpView.looksLikeRtcp(packet, length)) {
            onRtcp(packet, length, from);
            return;
        }
        if (!view.read(packet, length)) {
            drop(loop.tallies.droppedMalformed);
            return;
        }
        StreamFormat now = format;
        if (now == null || !now.receive() || !wanted(now, view.payloadType())) {
            drop(loop.tallies.droppedUnwanted);
            return;
        }
        boolean settledBefore = latch.settled();
        if (!latch.accepts(from, view)) {
            drop(loop.tallies.droppedStranger);
            return;
        }
        if (!settledBefore) {
            settle();
        }
        onOwnPacket(packet, view, now);
    }

    private static boolean wanted(StreamFormat format, int type) {
        return type == format.payloadType() || type == format.dtmfPayloadType() || type == 0 || type == 8;
    }

    private void onOwnPacket(ByteBuffer packet, RtpView view, StreamFormat now) {
        Order order = statistics.onPacket(view.ssrc(), view.sequence());
        loop.tallies.packetsReceived.add(1);
        lastHeardNanos = loop.now();
        timedOut = false;
        if (order == Order.DOUBTFUL) {
            return;
        }
        if (view.payloadType() == now.dtmfPayloadType()) {
            onEvent(packet, view, order);
        } else {
            onAudio(packet, view, order, codecOf(now, view.payloadType()));
        }
    }

    /** The static types mean what RFC 3551 says even where another codec was agreed on first. */
    private static AudioCodec codecOf(StreamFormat format, int type) {
        if (type == format.payloadType()) {
            return format.codec();
        }
        return type == 0 ? AudioCodec.PCMU : AudioCodec.PCMA;
    }

    private void onEvent(ByteBuffer packet, RtpView view, Order order) {
        char key = keysHeard.onPacket(packet, view);
        if (bridge != null) {
            bridge.event(packet, view, order, loop.milli());
        }
        if (key != DtmfReceiver.NONE) {
            loop.tallies.digits.add(1);
            listener.onDigit(key);
        }
    }

    private void onAudio(ByteBuffer packet, RtpView view, Order order, AudioCodec codec) {
        int milli = loop.milli();
        if (order != Order.LATE) {
            statistics.onArrival((int) (loop.now() / 125_000), view.timestamp());
        }
        if (recorder != null) {
            int octets = view.payloadLength();
            short[] linear = G711.toLinear(codec);
            recorder.received(packet, view.payloadOffset(), octets, linear, view.ssrc(), view.timestamp(), milli);
        }
        if (bridge != null) {
            bridge.audio(packet, view, codec, order, milli);
        }
        if (seat != null) {
            seat.audio(packet, view, codec, order, milli);
        }
    }

    void onRtcp(ByteBuffer packet, int length, InetSocketAddress from) {
        if (!rtcpLink.accepts(from, latch)) {
            drop(loop.tallies.droppedStranger);
        } else if (!rtcp.read(packet, length, loop.now())) {
            drop(loop.tallies.droppedMalformed);
        }
    }

    void onUnreachable() {
        loop.tallies.sendFailures.add(1);
    }

    private void drop(LoopTallies.Tally reason) {
        reason.add(1);
        dropped++;
    }

    // ---- out

    @Override
    public void onTick(int milli) {
        loop.working(this);
        StreamFormat now = format;
        InetSocketAddress target = latch.target();
        if (now == null || target == null) {
            return;
        }
        checkTimeout(now);
        rtcpLink.tick(loop.now(), milli, loop.outgoing(), target);
        if (recorder != null) {
            recorder.flush(milli);
        }
        if (now.send()) {
            sendDue(now, target, milli);
        } else if (player.active()) {
            player.skip(8 * now.ptimeMillis());
            reportIfFinished();
        }
    }

    private void checkTimeout(StreamFormat now) {
        boolean expected = now.receive() && now.send(); // on hold, silence is no fault
        long limit = settings.mediaTimeoutMillis() * 1_000_000;
        if (expected && limit > 0 && !timedOut && loop.now() - lastHeardNanos > limit) {
            timedOut = true;
            loop.tallies.mediaTimeouts.add(1);
            listener.onMediaTimeout();
        }
    }

    private void sendDue(StreamFormat now, InetSocketAddress target, int milli) {
        ByteBuffer packet = loop.outgoing();
        int octets = 8 * now.ptimeMillis();
        if (keysToSend.active()) {
            if (now.dtmfPayloadType() < 0) {
                keysToSend.clear();
            } else {
                outlet.event(keysToSend, packet, now, target, milli);
            }
        } else if (player.active()) {
            player.copy(now.codec(), octets, packet, RtpView.HEADER_BYTES);
            outlet.audio(packet, octets, now, target, milli, recorder);
            reportIfFinished();
        } else if (seat != null) {
            seat.mix(now.codec(), octets, packet, RtpView.HEADER_BYTES, milli);
            outlet.audio(packet, octets, now, target, milli, recorder);
        } else if (bridge == null && settings.silenceWhenIdle()) {
            Silence.fill(packet, RtpView.HEADER_BYTES, octets, G711.silence(now.codec()));
            outlet.audio(packet, octets, now, target, milli, recorder);
        }
    }

    private void reportIfFinished() {
        if (!player.active()) {
            listener.onPlaybackFinished(playback);
        }
    }

    // ---- commands

    /** What played before ends now; the number is for {@link #playLoaded}. */
    long beginPlayback() {
        player.stop();
        return ++playbackGeneration;
    }

    /** Starts what {@link #beginPlayback} announced, unless something else was asked for since. */
    void playLoaded(long generation, long id, List<Prompt> prompts, boolean repeat) {
        if (closed || generation != playbackGeneration) {
            return;
        }
        playback = id;
        if (!player.start(prompts, repeat)) {
            listener.onPlaybackFinished(id);
        }
    }

    void sendDigits(String digits, int toneMillis) {
        keysToSend.enqueue(digits, toneMillis);
    }

    void bridge(RtpStream other, boolean passDtmf, boolean passDtmfBack) {
        if (closed || other.closed || other == this) {
            return;
        }
        hearOut(); // both, before either leaves
        other.hearOut();
        becomeFree();
        other.becomeFree();
        bridge = new BridgeSide(other, passDtmf);
        other.bridge = new BridgeSide(this, passDtmfBack);
    }

    void endBridge() {
        BridgeSide mine = bridge;
        if (mine != null) {
            bridge = null;
            mine.to().bridge = null;
            outlet.beginSpurt();
            mine.to().outlet.beginSpurt();
        }
    }

    void join(Mix mix, MediaSession session, MixerRole role) {
        if (closed) {
            return;
        }
        if (seat != null && seat.mix() == mix) {
            mix.change(this, role);
            return;
        }
        becomeFree();
        outlet.expectSeam();
        seat = mix.seat(this, session, role);
    }

    void leaveMix() {
        Seat mine = seat;
        if (mine != null) {
            seat = null;
            mine.mix().remove(mine);
            outlet.expectSeam();
        }
    }

    /** What others in the mix have just said reaches this one before it leaves. */
    private void hearOut() {
        InetSocketAddress target = latch.target();
        if (seat != null && format != null && format.send() && target != null && !busy()) {
            seat.hearOut(loop.outgoing(), format, target, loop.milli());
        }
    }

    private void becomeFree() {
        endBridge();
        leaveMix();
        beginPlayback();
    }

    void startRecording(Path file) {
        if (closed) {
            return;
        }
        stopRecording(() -> {});
        var recording = writer.open(file, message -> loop.post(() -> onRecordingFailed(message)));
        recorder = new Recorder(writer, recording, loop.tallies.recordingChunksLost, loop.milli());
    }

    private void onRecordingFailed(String message) {
        loop.tallies.recordingFailures.add(1);
        recorder = null;
        listener.onRecordingFailed(message);
    }

    /** {@code done} runs once the file is whole, maybe on another thread. */
    void stopRecording(Runnable done) {
        Recorder ended = recorder;
        recorder = null;
        if (ended == null) {
            done.run();
        } else {
            ended.finish(loop.milli(), done);
        }
    }

    void close() {
        if (closed) {
            return;
        }
        closed = true;
        becomeFree();
        rtcpLink.bye(loop.now(), loop.milli(), loop.outgoing(), latch.target());
        if (format != null) {
            loop.wheel.remove(this, format.ptimeMillis());
        }
        port.close();
        freePort.run();
        stopRecording(() -> loop.post(this::reportClosed));
    }

    private void reportClosed() {
        loop.unregister(this);
        listener.onClosed(quality());
    }

    private Quality quality() {
        long received = statistics.packetsReceived();
        long lost = statistics.packetsLost();
        double ratio = received == 0 ? 1 : (double) lost / (lost + received);
        double roundTrip = rtcp.roundTripMillis();
        double mos = received == 0 ? 0 : EModel.mos(ratio, statistics.jitterMillis(), roundTrip);
        long sent = outlet.stream().packets();
        return new Quality(sent, received, lost, dropped, statistics.jitterMillis(), roundTrip, mos);
    }

    // ---- what the other side of a bridge needs

    @Nullable
    StreamFormat format() {
        return format;
    }

    @Nullable
    InetSocketAddress target() {
        return latch.target();
    }

    @Nullable
    Recorder recorder() {
        return recorder;
    }

    /** While it sends something of its own, what comes over the bridge has to wait. */
    boolean busy() {
        return keysToSend.active() || player.active();
    }

    @Nullable
    Seat seat() {
        return seat;
    }

    Outlet outlet() {
        return outlet;
    }

    boolean closed() {
        return closed;
    }

    MediaPort port() {
        return port;
    }
}
