package org.rexian.sip.transport;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;

/** One stream connection. Opaque to users: it pins a {@link Destination} to the connection that a message came by. */
public final class Connection {
    final Channel channel;

    /** Requests that came by it and have no final response yet. */
    private int owed;

    private boolean peerIsDone;
    private boolean cut;

    Connection(Channel channel) {
        this.channel = channel;
    }

    /** True while requests can be sent by it: a peer that has shut its output will not answer. */
    public boolean open() {
        return answerable() && !peerIsDone;
    }

    /** True while responses can be sent by it. */
    boolean answerable() {
        return channel.isActive() && !cut;
    }

    /** True once nothing more is said and whatever still comes is thrown away. */
    boolean isCut() {
        return cut;
    }

    void owes() {
        owed++;
    }

    /** A final response has been written; a peer that waited only for that has had everything. */
    void answered() {
        owed = Math.max(0, owed - 1);
        closeWhenDone();
    }

    /** The peer has shut its output (TCP's half closure): what it asked before is still answered. */
    void peerIsDone() {
        peerIsDone = true;
        closeWhenDone();
    }

    private void closeWhenDone() {
        if (peerIsDone && (owed == 0 || cut)) {
            var _ = channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /**
     * Ends it from our side behind what has been written: a FIN, not a reset. Closing a socket that has unread input resets the
     * connection, and a reset makes the peer's system throw away an answer that it has not read yet. So the reader goes on
     * and throws away, until the peer is done, too.
     */
    void cut() {
        cut = true;
        var _ = channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
            if (channel.isActive() && channel instanceof DuplexChannel duplex) {
                var _ = duplex.shutdownOutput();
            }
        });
        closeWhenDone();
    }

    @Override
    public String toString() {
        return channel.id().asShortText();
    }
}
