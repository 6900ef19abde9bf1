package org.rexian.sip.session;

import java.util.Random;
import org.rexian.sip.auth.DigestClient;
import org.rexian.sip.auth.Secret;
import org.rexian.sip.wire.SipResponse;

/** Answers the challenges that a {@link RawPeer} gets. */
final class DigestAsker {
    private final DigestClient client;

    DigestAsker(String user, String password) {
        this.client = new DigestClient(user, new Secret.Password(password), new Random(3));
    }

    /** The header line for the next request. */
    String answer(SipResponse challenge, String method, String uri) {
        client.challenged(challenge.headers("WWW-Authenticate"), false);
        return "Authorization: " + client.authorization(method, uri).orElseThrow();
    }
}
