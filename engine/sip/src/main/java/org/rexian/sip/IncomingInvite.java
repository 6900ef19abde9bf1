package org.rexian.sip;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An INVITE that passed validation and whose caller may call. All text is the caller's: data, never trusted.
 *
 * @param fromUser user part of the From URI, unescaped; empty when there is none
 * @param fromDisplay display name of From, empty for none
 * @param toUser user part of the Request-URI, unescaped: the dialled number
 * @param headers all values of a header by its name, in order, unfolded
 * @param sdp the offer; empty when the caller wants us to offer
 * @param source where the request came from
 */
@SuppressWarnings("ArrayRecordComponent") // bodies are bytes; nobody compares invites
public record IncomingInvite(
        Origin origin,
        String callId,
        String fromUser,
        String fromDisplay,
        String toUser,
        Function<String, List<String>> headers,
        byte[] sdp,
        InetSocketAddress source) {

    /** The first value of a header. */
    public Optional<String> header(String name) {
        List<String> values = headers.apply(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }
}
