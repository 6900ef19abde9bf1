package org.rexian.server.http;

import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rexian.server.config.Secret;

/**
 * Who may use the API. With a token: whoever sends it. Without one the API listens on loopback only, and there the danger
 * is a web page in the operator's own browser: so the Host must be this machine by its local name or address (against DNS
 * rebinding), and a request that a page of another origin sends is refused.
 */
final class Access {

    private static final String SCHEME = "Bearer ";
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Secret token;

    Access(Secret token) {
        this.token = token;
    }

    /** @throws ApiError where the request may not pass */
    void check(Context context) {
        if (token.present()) {
            if (!sameToken(Optional.ofNullable(context.header("Authorization")).orElse(""))) {
                context.header("WWW-Authenticate", "Bearer realm=\"rexian\"");
                throw ApiError.unauthorized();
            }
            return;
        }
        String host = Optional.ofNullable(context.header("Host")).orElse("");
        if (!LOCAL.contains(withoutPort(host))) {
            throw ApiError.forbidden("without a token the API answers to localhost, 127.0.0.1 and [::1] only");
        }
        Optional<String> origin = Optional.ofNullable(context.header("Origin"));
        if (origin.isPresent() && !sameHost(origin.get(), host)) {
            throw ApiError.forbidden("without a token the API does not answer to pages of another origin");
        }
    }

    /** In the same time wherever the first difference is. */
    private boolean sameToken(String header) {
        byte[] wanted = (SCHEME + token.reveal()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(wanted, header.getBytes(StandardCharsets.UTF_8));
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon > host.lastIndexOf(']') && colon > 0;
        return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }

    private static boolean sameHost(String origin, String host) {
        try {
            return host.equalsIgnoreCase(String.valueOf(URI.create(origin).getAuthority()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
