package org.rexian.media.sdp;

import java.net.Inet4Address;
import java.net.InetAddress;

/** When a peer's media address can't be believed, so that its source may be learnt once instead. */
final class NatRule {

    private NatRule() {}

    /** The description names another host than the one that sent it: there is a NAT, or a media relay, between us. */
    static boolean suspects(InetAddress media, InetAddress signallingPeer) {
        return !media.equals(signallingPeer);
    }

    /** Known of an answer alone: a private address can't be reached from a public one. */
    static boolean unreachable(InetAddress media, InetAddress local) {
        return isPrivate(media) && !isPrivate(local);
    }

    /** RFC 1918, RFC 6598, RFC 4193, loopback and link-local. */
    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean shared = address instanceof Inet4Address && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        boolean unique = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        return shared
                || unique
                || address.isSiteLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress();
    }
}
