package org.rexian.sip.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.transport.Transport;
import org.rexian.sip.wire.SipUri;

/**
 * From a SIP URI to where its requests go (RFC 3263 for literal addresses and host names; no NAPTR or SRV). A literal is located
 * at once. A name is looked up on a virtual thread and remembered for a minute: the call loop never waits for DNS. Call loop only.
 */
final class Locator {
    private static final int DEFAULT_PORT = 5060;
    private static final long REMEMBER_MILLIS = 60_000;
    private static final int MAX_REMEMBERED = 10_000;

    private record Known(InetAddress address, long untilMillis) {}

    private final TimerQueue timers;
    private final Executor loop;
    private final Map<String, Known> names = new HashMap<>();

    Locator(TimerQueue timers, Executor loop) {
        this.timers = timers;
        this.loop = loop;
    }

    /** Calls {@code then} on the loop, before it returns where nothing has to be looked up; empty when there is no way. */
    void locate(SipUri uri, Consumer<Optional<Destination>> then) {
        Optional<Transport> transport = Transport.named(uri.param("transport").orElse("udp"));
        if (transport.isEmpty() || !uri.scheme().equals("sip")) {
            then.accept(Optional.empty());
            return;
        }
        int port = uri.port() == 0 ? DEFAULT_PORT : uri.port();
        String host = uri.param("maddr").orElse(uri.host());
        Optional<InetAddress> literal = literal(host);
        if (literal.isPresent()) {
            then.accept(Optional.of(destination(transport.get(), literal.get(), port)));
        } else {
            byName(host, address -> then.accept(address.map(a -> destination(transport.get(), a, port))));
        }
    }

    private static Destination destination(Transport transport, InetAddress address, int port) {
        return new Destination(transport, new InetSocketAddress(address, port), Optional.empty());
    }

    /** The address that a URI's host names literally. */
    static Optional<InetAddress> literal(String host) {
        boolean v6 = host.startsWith("[");
        if (!v6 && (host.isEmpty() || !Character.isDigit(host.charAt(host.length() - 1)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(v6 ? host.substring(1, host.length() - 1) : host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void byName(String host, Consumer<Optional<InetAddress>> then) {
        Known known = names.get(host);
        if (known != null && known.untilMillis() > timers.now()) {
            then.accept(Optional.of(known.address()));
            return;
        }
        Thread.startVirtualThread(() -> {
            Optional<InetAddress> found = lookUp(host);
            loop.execute(() -> {
                found.ifPresent(address -> remember(host, address));
                then.accept(found);
            });
        });
    }

    private static Optional<InetAddress> lookUp(String host) {
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private void remember(String host, InetAddress address) {
        if (names.size() >= MAX_REMEMBERED) {
            names.clear();
        }
        names.put(host, new Known(address, timers.now() + REMEMBER_MILLIS));
    }
}
