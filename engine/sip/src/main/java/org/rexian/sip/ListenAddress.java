package org.rexian.sip;

/** Where SIP is listened for: {@code host} is a literal address, port 0 asks for any free one (tests). */
public record ListenAddress(Transport transport, String host, int port) {

    /** The transports that an endpoint can listen on. */
    public enum Transport {
        UDP,
        TCP
    }
}
