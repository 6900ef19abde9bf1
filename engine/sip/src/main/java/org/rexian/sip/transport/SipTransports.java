package org.rexian.sip.transport;

import java.net.InetSocketAddress;
import java.util.List;
import org.rexian.sip.SipCounters;
import org.rexian.sip.wire.SipMessage;

/** All sockets of the SIP side. {@link #bind} from any thread, everything else on the call loop. */
@SuppressWarnings("DoNotCallSuggester")
public final class SipTransports implements MessageSender, AutoCloseable {

    /** Nothing is bound yet. */
    public SipTransports(CallLoop loop, TransportSettings settings, SipCounters counters) {}

    /**
     * Binds all addresses or none, and delivers to {@code listener} from then on. Blocks until done.
     *
     * @return the bound addresses, in the order asked, with real ports
     * @throws BindFailure when an address cannot be had: the message names it and says what to do
     */
    public List<InetSocketAddress> bind(List<ListenAddress> addresses, InboundListener listener) throws BindFailure {
        throw new UnsupportedOperationException();
    }

    @Override
    public void send(SipMessage message, Destination destination, Runnable onFailure) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HostPort localFor(Destination destination) {
        throw new UnsupportedOperationException();
    }

    /** Closes every socket. From any thread. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
