package org.rexian.sip.transport;

import java.net.InetSocketAddress;
import org.rexian.sip.wire.Via;

/**
 * Where a response goes (RFC 3261 §18.2.2, RFC 3581 §4): always to the address that the request came from, whatever Via claims,
 * so that nobody is shot at through us; the port is the source's with rport, sent-by's without. maddr is not honoured.
 */
public final class ResponseRoute {
    private static final int DEFAULT_PORT = 5060;

    private ResponseRoute() {}

    /** The way back for a request with this topmost Via. */
    public static Destination of(Via via, Flow flow) {
        boolean toSource = via.wantsRport() && !flow.transport().reliable();
        int port = toSource ? flow.remote().getPort() : via.port() == 0 ? DEFAULT_PORT : via.port();
        InetSocketAddress remote = new InetSocketAddress(flow.remote().getAddress(), port);
        return new Destination(flow.transport(), remote, flow.connection());
    }
}
