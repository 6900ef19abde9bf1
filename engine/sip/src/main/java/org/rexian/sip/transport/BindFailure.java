package org.rexian.sip.transport;

import java.util.Locale;

/** An address cannot be listened on. The message is for the administrator: it names address and port and says what to do. */
public final class BindFailure extends Exception {
    private BindFailure(String message, Throwable cause) {
        super(message, cause);
    }

    static BindFailure of(ListenAddress address, Throwable cause) {
        String why = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        String advice;
        if (why.contains("in use")) {
            String list = address.transport() == Transport.UDP ? "ss -ulpn" : "ss -tlpn";
            advice = "another program has this port (\"" + list + "\" shows which); stop it or choose another port";
        } else if (why.contains("permission denied")) {
            advice = "ports below 1024 need a privilege (CAP_NET_BIND_SERVICE); give it or choose a higher port";
        } else if (why.contains("cannot assign") || why.contains("can't assign") || why.contains("unresolved")) {
            advice =
                    "this machine has no such address (\"ip address\" lists what it has); use one of those, or 0.0.0.0";
        } else {
            advice = String.valueOf(cause.getMessage());
        }
        return new BindFailure("cannot listen for SIP on " + address + ": " + advice, cause);
    }
}
