package org.rexian.sip.wire;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a request really came from, written into its topmost Via (RFC 3261 §18.2.1, RFC 3581 §4). */
final class Reception {
    private Reception() {}

    static SipRequest stamp(SipRequest request, InetSocketAddress source) {
        Via top = request.topVia();
        String address = source.getAddress().getHostAddress();
        boolean differs = !bare(top.host()).equals(address);
        if (!differs && !top.wantsRport() && top.received().isEmpty()) {
            return request;
        }
        Map<String, String> params = new LinkedHashMap<>(top.params());
        params.remove("received"); // whatever the sender claims about itself
        if (differs || top.wantsRport()) {
            params.put("received", address);
        }
        if (top.wantsRport()) {
            params.put("rport", Integer.toString(source.getPort()));
        }
        Via stamped = new Via(top.transport(), top.host(), top.port(), params);
        List<Via> hops = new ArrayList<>(request.vias());
        hops.set(0, stamped);
        return request.withHops(hops);
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
