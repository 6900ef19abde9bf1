package org.rexian.sip.transport;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** What we call ourselves towards a peer: the advertised host, the bound one, or, bound to all, the one that the route there uses. */
final class LocalAddresses {
    private static final int MAX_REMEMBERED = 10_000;

    private record Local(ListenAddress asked, int port) {}

    private final List<Local> locals = new CopyOnWriteArrayList<>();
    private final Map<InetAddress, String> routes = new HashMap<>();

    void add(ListenAddress asked, int port) {
        locals.add(new Local(asked, port));
    }

    HostPort towards(Destination destination) {
        Local local = choose(destination);
        String host = local.asked().advertisedHost().isEmpty()
                ? local.asked().host()
                : local.asked().advertisedHost();
        boolean any = host.equals("0.0.0.0") || host.equals("::") || host.isEmpty();
        return new HostPort(any ? routeTo(destination.remote().getAddress()) : bracketed(host), local.port());
    }

    /** The port that the peer's message came to, where there is one; else the first of that transport, else the first at all. */
    private Local choose(Destination destination) {
        int cameTo = destination
                .connection()
                .map(connection -> connection.channel.localAddress())
                .map(address -> ((InetSocketAddress) address).getPort())
                .orElse(0);
        Local best = locals.getFirst();
        boolean found = false;
        for (Local local : locals) {
            if (local.asked().transport() == destination.transport()) {
                if (local.port() == cameTo) {
                    return local;
                }
                best = found ? best : local;
                found = true;
            }
        }
        return best;
    }

    private String routeTo(InetAddress remote) {
        if (routes.size() > MAX_REMEMBERED) {
            routes.clear();
        }
        return routes.computeIfAbsent(remote, LocalAddresses::ask);
    }

    /** Connecting a datagram socket sends nothing and blocks nowhere: the kernel only looks up the route. */
    private static String ask(InetAddress remote) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(remote, 9));
            return bracketed(socket.getLocalAddress().getHostAddress());
        } catch (IOException | java.io.UncheckedIOException noRoute) {
            return InetAddress.getLoopbackAddress().getHostAddress();
        }
    }

    private static String bracketed(String host) {
        boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
        return bare ? "[" + withoutZone(host) + "]" : host;
    }

    private static String withoutZone(String host) {
        int zone = host.indexOf('%');
        return zone < 0 ? host : host.substring(0, zone);
    }
}
