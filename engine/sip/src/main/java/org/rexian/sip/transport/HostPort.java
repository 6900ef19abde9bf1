package org.rexian.sip.transport;

/** A host as it stands in a URI or Via (IPv6 in brackets) and a port. */
public record HostPort(String host, int port) {
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
