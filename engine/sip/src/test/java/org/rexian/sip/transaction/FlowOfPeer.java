package org.rexian.sip.transaction;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.rexian.sip.transport.Flow;

/** The way from the peer of {@link Bench}. */
record FlowOfPeer() {
    Flow flow() {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        return Flow.udp(new InetSocketAddress(loopback, 5060), new InetSocketAddress(loopback, 40_001));
    }
}
