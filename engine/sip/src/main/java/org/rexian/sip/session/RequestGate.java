package org.rexian.sip.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rexian.sip.wire.ResponseBuilder;
import org.rexian.sip.wire.SipMethod;
import org.rexian.sip.wire.SipRequest;

/** What every UAS checks before a request has a meaning, in the order of RFC 3261 §8.2. Stateless. */
final class RequestGate {
    static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, REGISTER";
    static final String SDP = "application/sdp";
    static final String SUPPORTED = "timer";

    private static final Set<String> SERVED = Set.of(
            SipMethod.INVITE, SipMethod.BYE, SipMethod.OPTIONS, SipMethod.INFO, SipMethod.UPDATE, SipMethod.REGISTER);

    private RequestGate() {}

    /** The refusal that is due, if any. */
    static Optional<ResponseBuilder> refusal(SipRequest request) {
        if (!SERVED.contains(request.method())) {
            int status = SipMethod.isStandard(request.method()) ? 405 : 501;
            return Optional.of(request.response(status).header("Allow", ALLOW));
        }
        if (!request.uri().isSip()) {
            return Optional.of(request.response(416));
        }
        List<String> unknown = unknownExtensions(request);
        if (!unknown.isEmpty()) {
            return Optional.of(request.response(420).header("Unsupported", String.join(", ", unknown)));
        }
        boolean carriesOffers = request.is(SipMethod.INVITE) || request.is(SipMethod.UPDATE);
        return carriesOffers ? contentRefusal(request) : Optional.empty();
    }

    private static List<String> unknownExtensions(SipRequest request) {
        if (!request.has("Require")) {
            return List.of();
        }
        List<String> unknown = new ArrayList<>(request.require());
        unknown.removeIf(SUPPORTED::equalsIgnoreCase);
        return unknown;
    }

    private static Optional<ResponseBuilder> contentRefusal(SipRequest request) {
        if (request.body().length > 0 && !optionalBody(request)) {
            String encoding = request.header("Content-Encoding").orElse("identity");
            if (!encoding.equalsIgnoreCase("identity")) {
                return Optional.of(request.response(415).header("Accept-Encoding", "identity"));
            }
            if (!request.mediaType().equals(SDP)) {
                return Optional.of(request.response(415).header("Accept", SDP));
            }
        }
        return acceptsSdp(request)
                ? Optional.empty()
                : Optional.of(request.response(406).header("Accept", SDP));
    }

    /** {@code Content-Disposition: ...;handling=optional} (§20.11): a body that may be ignored. */
    private static boolean optionalBody(SipRequest request) {
        return request.header("Content-Disposition")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .contains("handling=optional");
    }

    private static boolean acceptsSdp(SipRequest request) {
        if (!request.has("Accept")) {
            return true;
        }
        for (String range : request.tokens("Accept")) {
            int end = range.indexOf(';');
            String type = (end < 0 ? range : range.substring(0, end)).strip().toLowerCase(Locale.ROOT);
            if (type.equals(SDP) || type.equals("application/*") || type.equals("*/*")) {
                return true;
            }
        }
        return false;
    }

    /** The SDP of a message, empty when it has none or its body is something else that may be ignored. */
    static byte[] sdp(SipRequest request) {
        return request.mediaType().equals(SDP) ? request.body() : new byte[0];
    }
}
