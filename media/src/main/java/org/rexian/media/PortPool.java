package org.rexian.media;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The free pairs of media ports. The pair that was freed first is handed out first, so that a port rests as long as possible and
 * the last packets of one call do not reach the next. Any thread.
 */
final class PortPool {

    private static final int MAX_ATTEMPTS = 64;

    private final InetAddress address;
    /** Said aloud: without, each socket is a dual-stack one, dearer to open and with addresses to convert on every send. */
    private final ProtocolFamily family;

    private final ArrayDeque<Integer> free = new ArrayDeque<>();

    PortPool(MediaSettings settings) {
        address = settings.address();
        family = address instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
        for (int port = settings.firstPort(); port + 1 <= settings.portMax(); port += 2) {
            free.add(port);
        }
    }

    /** A bound pair; empty when none is free. Pairs that another process holds are passed over. */
    Optional<MediaPort> open() {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Integer port = take();
            if (port == null) {
                return Optional.empty();
            }
            Optional<MediaPort> opened = bind(port);
            if (opened.isPresent()) {
                return opened;
            }
            give(port);
        }
        return Optional.empty();
    }

    /** This pair; empty when it is in use, here or elsewhere, or none of ours. */
    Optional<MediaPort> open(int port) {
        synchronized (this) {
            if (!free.remove(port)) {
                return Optional.empty();
            }
        }
        Optional<MediaPort> opened = bind(port);
        if (opened.isEmpty()) {
            give(port);
        }
        return opened;
    }

    private Optional<MediaPort> bind(int port) {
        try {
            DatagramChannel rtp = bound(port);
            try {
                return Optional.of(new MediaPort(rtp, bound(port + 1), new InetSocketAddress(address, port)));
            } catch (IOException taken) {
                rtp.close();
                return Optional.empty();
            }
        } catch (IOException taken) {
            return Optional.empty();
        }
    }

    private DatagramChannel bound(int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open(family);
        try {
            channel.bind(new InetSocketAddress(address, port)).configureBlocking(false);
            return channel;
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    private synchronized @Nullable Integer take() {
        return free.poll();
    }

    synchronized void give(int port) {
        free.add(port);
    }
}
