package org.rexian.server.config;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * The HTTP API.
 *
 * @param maxBodyBytes larger request bodies get 413
 * @param maxStreams event streams at once; one more gets 503
 * @param streamBacklog events that may wait for a slow stream before it is closed
 */
public record HttpConfiguration(
        boolean enabled, InetSocketAddress listen, Secret token, int maxBodyBytes, int maxStreams, int streamBacklog) {

    static final Key<Boolean> ENABLED = Key.of("enabled", Kinds.FLAG, "on", "Whether the API listens at all.");
    static final Key<InetSocketAddress> LISTEN = Key.of(
            "listen",
            AddressKinds.withPort(8080),
            "127.0.0.1:8080",
            "Where the API listens. Any other address than loopback needs a token of yours.");
    static final Key<Secret> TOKEN = Key.of(
            "token",
            Kinds.SECRET,
            "",
            "What a client sends as `Authorization: Bearer …`, 16 characters or more; empty for one that is drawn"
                    + " at the first start and kept in `http-token` in the `data` folder.");
    static final Key<Integer> MAX_BODY =
            Key.of("max-body-bytes", Kinds.count(1024, 100_000_000), "65536", "Larger request bodies get 413.");
    static final Key<Integer> MAX_STREAMS =
            Key.of("max-streams", Kinds.count(1, 10_000), "200", "Event streams at once; one more is refused.");
    static final Key<Integer> STREAM_BACKLOG = Key.of(
            "stream-backlog",
            Kinds.count(10, 100_000),
            "1000",
            "Events that may wait for a slow event stream before it is closed.");

    static final Table TABLE = Table.one(
            "http",
            "The HTTP API, see http.md.",
            List.of(ENABLED, LISTEN, TOKEN, MAX_BODY, MAX_STREAMS, STREAM_BACKLOG));

    /** A shorter token is no secret. */
    public static final int MIN_TOKEN = 16;

    static HttpConfiguration read(Section http) {
        HttpConfiguration read = new HttpConfiguration(
                http.get(ENABLED),
                http.get(LISTEN),
                http.get(TOKEN),
                http.get(MAX_BODY),
                http.get(MAX_STREAMS),
                http.get(STREAM_BACKLOG));
        if (read.token.present() && read.token.reveal().length() < MIN_TOKEN) {
            http.problem(TOKEN, "token: too short to be a secret", "openssl rand -hex 24  makes a good one");
        }
        if (!read.loopback() && !read.token.present() && read.enabled) {
            http.problem(
                    LISTEN,
                    "listen: the API would be open to everybody who reaches "
                            + read.listen.getAddress().getHostAddress(),
                    "set http.token, for example to ${env:REXIAN_TOKEN}, or listen on 127.0.0.1");
        }
        return read;
    }

    /** The same with this token. */
    public HttpConfiguration withToken(Secret other) {
        return new HttpConfiguration(enabled, listen, other, maxBodyBytes, maxStreams, streamBacklog);
    }

    /** True where only this machine can reach the API. */
    public boolean loopback() {
        return listen.getAddress().isLoopbackAddress();
    }
}
