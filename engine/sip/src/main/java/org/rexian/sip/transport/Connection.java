package org.rexian.sip.transport;

import io.netty.channel.Channel;

/** One stream connection. Opaque to users: it pins a {@link Destination} to the connection that a message came by. */
public final class Connection {
    final Channel channel;

    Connection(Channel channel) {
        this.channel = channel;
    }

    /** True while it can still send. */
    public boolean open() {
        return channel.isActive();
    }

    @Override
    public String toString() {
        return channel.id().asShortText();
    }
}
