package org.rexian.sip.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rexian.sip.SipCounters;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.wire.Parsed;
import org.rexian.sip.wire.SipCodec;
import org.rexian.sip.wire.StreamFraming;

/**
 * Cuts a stream into messages (RFC 3261 §18.3, §7.5) and answers pings (RFC 5626 §4.4.1). Bounded: a message that is too large, that
 * does not become whole in time, or whose end cannot be known closes the connection, after an answer where one is due.
 */
final class StreamReader extends ByteToMessageDecoder {
    private static final byte[] PONG = "\r\n".getBytes(StandardCharsets.US_ASCII);

    /** How long input is thrown away behind our FIN: a peer that reads our answer closes long before. */
    private static final long DISCARD_MILLIS = 2_000;

    /** How long a peer that shut its output may wait for answers: a transaction's life (64·T1). */
    private static final long HALF_CLOSED_MILLIS = 32_000;

    private final CallLoop loop;
    private final Inbound inbound;
    private final TransportSettings settings;
    private final SipCounters counters;
    private final Flow flow;
    private final Connection connection;
    /** How far the search for the end of the head has come, from the reader index: no byte is looked at twice. */
    private int searched;

    private long lastHeardMillis;
    private TimerQueue.@Nullable Timer halfMessage;
    private TimerQueue.@Nullable Timer idle;
    private TimerQueue.@Nullable Timer end;

    StreamReader(
            CallLoop loop,
            Inbound inbound,
            TransportSettings settings,
            SipCounters counters,
            Flow flow,
            Connection connection) {
        this.loop = loop;
        this.inbound = inbound;
        this.settings = settings;
        this.counters = counters;
        this.flow = flow;
        this.connection = connection;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        lastHeardMillis = loop.timers().now();
        idle = loop.timers().in(settings.idleMillis(), () -> checkIdle(context));
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) {
        stopWaiting();
        if (end != null) {
            end.cancel();
        }
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        lastHeardMillis = loop.timers().now();
        if (connection.isCut() || !context.channel().isActive()) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (searched == 0 && skipKeepAlive(context, in)) {
            return;
        }
        int headLength = headLength(in);
        if (headLength < 0) {
            if (in.readableBytes() > settings.maxMessageBytes()) {
                cut(context, "size");
            } else {
                awaitRest(context, in);
            }
            return;
        }
        message(context, in, headLength);
    }

    private void message(ChannelHandlerContext context, ByteBuf in, int headLength) {
        byte[] head = new byte[headLength];
        in.getBytes(in.readerIndex(), head);
        int bodyLength = StreamFraming.bodyLength(head, 0, headLength - 4);
        if (bodyLength == StreamFraming.BROKEN) {
            inbound.receive(head, headLength, flow);
            cut(context, "framing");
        } else if (headLength + bodyLength > settings.maxMessageBytes()) {
            SipCodec.tooLarge(head, 0, headLength - 4).ifPresent(answer -> inbound.answer(answer, flow));
            cut(context, "size");
        } else if (in.readableBytes() < headLength + bodyLength) {
            awaitRest(context, in);
        } else {
            whole(context, in, headLength + bodyLength);
        }
    }

    private void whole(ChannelHandlerContext context, ByteBuf in, int length) {
        byte[] bytes = new byte[length];
        in.readBytes(bytes);
        searched = 0;
        stopHalfMessage();
        Parsed parsed = inbound.receive(bytes, length, flow);
        // Who talks another protocol would go on doing so; a SIP peer that slipped may go on.
        if (parsed instanceof Parsed.Malformed(String reason, String detail, Optional<?> answer)
                && answer.isEmpty()
                && reason.equals("not-sip")) {
            cut(context, "not-sip");
        }
    }

    /** Line ends before a message: a pair of them is a ping. */
    private boolean skipKeepAlive(ChannelHandlerContext context, ByteBuf in) {
        int from = in.readerIndex();
        int skipped = 0;
        while (in.isReadable() && (in.getByte(in.readerIndex()) == '\r' || in.getByte(in.readerIndex()) == '\n')) {
            in.skipBytes(1);
            skipped++;
        }
        if (skipped > 0 && skipped < 4 && !in.isReadable()) {
            // Perhaps the other half of a ping is still on its way.
            in.readerIndex(from);
            awaitRest(context, in);
            return true;
        }
        for (int pings = skipped / 4; pings > 0; pings--) {
            counters.keepAlivesIn.increment();
            var _ = context.writeAndFlush(Unpooled.wrappedBuffer(PONG), context.voidPromise());
        }
        return !in.isReadable();
    }

    private int headLength(ByteBuf in) {
        int start = in.readerIndex();
        int readable = in.readableBytes();
        for (int i = searched; i + 3 < readable; i++) {
            if (in.getByte(start + i + 3) == '\n'
                    && in.getByte(start + i + 2) == '\r'
                    && in.getByte(start + i + 1) == '\n'
                    && in.getByte(start + i) == '\r') {
                searched = i;
                return i + 4;
            }
        }
        searched = Math.max(0, readable - 3);
        return -1;
    }

    private void awaitRest(ChannelHandlerContext context, ByteBuf in) {
        if (halfMessage == null && in.isReadable()) {
            halfMessage = loop.timers().in(settings.halfMessageMillis(), () -> cut(context, "half-message"));
        }
    }

    private void stopHalfMessage() {
        if (halfMessage != null) {
            halfMessage.cancel();
            halfMessage = null;
        }
    }

    /** Its end is decided. */
    private void stopWaiting() {
        stopHalfMessage();
        if (idle != null) {
            idle.cancel();
            idle = null;
        }
    }

    private void checkIdle(ChannelHandlerContext context) {
        long silentMillis = loop.timers().now() - lastHeardMillis;
        if (silentMillis >= settings.idleMillis()) {
            counters.connectionsCut.increment();
            var _ = context.close();
        } else {
            idle = loop.timers().in(settings.idleMillis() - silentMillis, () -> checkIdle(context));
        }
    }

    /** Ends the connection behind what has been written; what still comes is thrown away. */
    private void cut(ChannelHandlerContext context, String reason) {
        counters.connectionsCut.increment();
        counters.malformed("stream-" + reason);
        stopWaiting();
        connection.cut();
        endWithin(context, DISCARD_MILLIS);
    }

    /** The peer's FIN: by then everything before it has been decoded. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        super.userEventTriggered(context, event);
        if (event instanceof ChannelInputShutdownEvent) {
            stopWaiting();
            connection.peerIsDone();
            endWithin(context, HALF_CLOSED_MILLIS);
        }
    }

    private void endWithin(ChannelHandlerContext context, long millis) {
        if (end == null && context.channel().isOpen()) {
            end = loop.timers().in(millis, () -> {
                var _ = context.close();
            });
        }
    }

    /** The connection broke; whoever waits for an answer has a timer. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var _ = context.close();
    }
}
