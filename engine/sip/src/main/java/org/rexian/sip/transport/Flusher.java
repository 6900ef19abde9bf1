package org.rexian.sip.transport;

import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;

/** Flushes every channel that was written to once, at the end of the loop's turn: many messages, one system call. */
final class Flusher {
    private final CallLoop loop;
    private final List<Channel> dirty = new ArrayList<>();

    Flusher(CallLoop loop) {
        this.loop = loop;
    }

    void wrote(Channel channel) {
        if (dirty.isEmpty()) {
            loop.eventLoop().execute(this::flush);
        }
        // Nearly always there is one channel, so looking through the list costs nothing.
        if (!dirty.contains(channel)) {
            dirty.add(channel);
        }
    }

    private void flush() {
        for (Channel channel : dirty) {
            channel.flush();
        }
        dirty.clear();
    }
}
