package org.rexian.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.rexian.server.config.Secret;

/**
 * Who may use the API: whoever sends the token. It comes in a header that no web page can make a browser send by itself, so pages of
 * other origins and DNS rebinding need no further care.
 */
final class Access {

    private static final String SCHEME = "Bearer ";

    private final byte[] wanted;

    /** @throws IllegalArgumentException without a token: then everybody would have it */
    Access(Secret token) {
        if (!token.present()) {
            throw new IllegalArgumentException("the API needs a token");
        }
        this.wanted = (SCHEME + token.reveal()).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws ApiError where the request may not pass */
    void check(Context context) {
        String header = Optional.ofNullable(context.header("Authorization")).orElse("");
        // in the same time wherever the first difference is
        if (!MessageDigest.isEqual(wanted, header.getBytes(StandardCharsets.UTF_8))) {
            context.header("WWW-Authenticate", "Bearer realm=\"rexian\"");
            throw ApiError.unauthorized();
        }
    }
}
