package org.rexian.sip.session;

import java.util.List;
import org.rexian.sip.auth.DigestClient;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** Our account somewhere: signs requests once we have been asked to (RFC 3261 §22). */
final class Credentials {
    private final DigestClient client;
    private String header = "Authorization";

    Credentials(DigestClient client) {
        this.client = client;
    }

    /** The request with credentials, as soon as a challenge is known. */
    SipRequest sign(SipRequest request) {
        return client.authorization(request.method(), request.uri().toString())
                .map(value -> request.toBuilder().set(header, value).build())
                .orElse(request);
    }

    /** Takes a 401 or 407; false when it is not worth another try. */
    boolean challengedBy(SipResponse response, SipRequest refused) {
        boolean proxy = response.status() == 407;
        boolean triedBefore = refused.has(proxy ? "Proxy-Authorization" : "Authorization");
        header = proxy ? "Proxy-Authorization" : "Authorization";
        List<String> values = response.headers(proxy ? "Proxy-Authenticate" : "WWW-Authenticate");
        return client.challenged(values, triedBefore);
    }
}
