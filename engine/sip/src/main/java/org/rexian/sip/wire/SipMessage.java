package org.rexian.sip.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A SIP message, immutable. Headers keep their order and text; typed views are read on first use. Messages from
 * {@link SipCodec} have passed its check, so the typed accessors of headers named here cannot fail.
 *
 * <p>Compact names and odd case are resolved: ask for headers by the long name of the RFC, in any case. Call loop only: the views
 * are cached without a lock. Arrays are shared with the message and must not be changed.
 */
public abstract sealed class SipMessage permits SipRequest, SipResponse {
    private static final byte[] NO_BODY = new byte[0];

    final Headers headers;
    private final byte[] body;

    private @Nullable NameAddress from;
    private @Nullable NameAddress to;
    private @Nullable CSeq cseq;
    private @Nullable List<Via> vias;
    private @Nullable List<NameAddress> contacts;
    private byte @Nullable [] encoded;

    SipMessage(Headers headers, byte[] body) {
        this.headers = headers;
        this.body = body.length == 0 ? NO_BODY : body;
    }

    /** The first line, without its line end. */
    public abstract String startLine();

    /** The whole message as on the wire; encoded once, then shared. */
    public byte[] encoded() {
        byte[] bytes = encoded;
        if (bytes == null) {
            bytes = SipCodec.encode(this);
            encoded = bytes;
        }
        return bytes;
    }

    /** The From address. */
    public NameAddress from() {
        NameAddress value = from;
        if (value == null) {
            value = address("From");
            from = value;
        }
        return value;
    }

    /** The To address. */
    public NameAddress to() {
        NameAddress value = to;
        if (value == null) {
            value = address("To");
            to = value;
        }
        return value;
    }

    /** The Call-ID, as written. */
    public String callId() {
        return first("Call-ID");
    }

    /** The CSeq. */
    public CSeq cseq() {
        CSeq value = cseq;
        if (value == null) {
            value = Grammar.cseq(first("CSeq")).orElseThrow(() -> broken("CSeq"));
            cseq = value;
        }
        return value;
    }

    /** All hops, topmost first. */
    public List<Via> vias() {
        List<Via> value = vias;
        if (value == null) {
            List<Via> hops = new ArrayList<>(2);
            headers.forEach("Via", line -> hops.addAll(Grammar.vias(line).orElseThrow(() -> broken("Via"))));
            value = List.copyOf(hops);
            vias = value;
        }
        return value;
    }

    /** The topmost hop: in a request the sender's, in a response ours. */
    public Via topVia() {
        return vias().getFirst();
    }

    /** The topmost hop of a message that did not pass the codec's check, as the answer to a malformed request; empty when unreadable. */
    public Optional<Via> soundTopVia() {
        return headers.first("Via").flatMap(Grammar::vias).map(List::getFirst);
    }

    /** All Contact addresses; empty for none and for {@code *}. */
    public List<NameAddress> contacts() {
        List<NameAddress> value = contacts;
        if (value == null) {
            value = contactIsWildcard() ? List.of() : addresses("Contact");
            contacts = value;
        }
        return value;
    }

    /** True for {@code Contact: *} (RFC 3261 §10.2.2). */
    public boolean contactIsWildcard() {
        return first("Contact").equals("*");
    }

    /** The Route set of this message, in order. */
    public List<NameAddress> routes() {
        return addresses("Route");
    }

    /** The Record-Route values, in order of appearance. */
    public List<NameAddress> recordRoutes() {
        return addresses("Record-Route");
    }

    /** Max-Forwards; empty when absent (RFC 2543). */
    public OptionalInt maxForwards() {
        OptionalLong value = number("Max-Forwards");
        return value.isPresent() ? OptionalInt.of((int) Math.min(255, value.getAsLong())) : OptionalInt.empty();
    }

    /** Expires in seconds; empty when absent or not a number (RFC 3261 §20.19 lets a bad one be defaulted). */
    public OptionalLong expires() {
        return number("Expires");
    }

    /** A header that holds seconds or a count, as Min-Expires, RSeq, Session-Expires' first part; empty when absent or bad. */
    public OptionalLong number(String name) {
        return Grammar.leadingNumber(first(name));
    }

    /** Content-Type as written, empty when absent. */
    public String contentType() {
        return first("Content-Type");
    }

    /** Content-Type in lower case, without parameters and space: {@code application/sdp}; empty when absent. */
    public String mediaType() {
        String type = contentType();
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).replace(" ", "").toLowerCase(Locale.ROOT);
    }

    /** The body, empty when there is none. Shared: don't change it. */
    public byte[] body() {
        return body;
    }

    /** The body as UTF-8 text. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Option tags of Require. */
    public List<String> require() {
        return tokens("Require");
    }

    /** Option tags of Supported. */
    public List<String> supported() {
        return tokens("Supported");
    }

    /** Option tags of Unsupported. */
    public List<String> unsupported() {
        return tokens("Unsupported");
    }

    /** The comma-separated values of a header that has tokens only, over all its lines, without empty ones. */
    public List<String> tokens(String name) {
        List<String> tokens = new ArrayList<>(4);
        headers.forEach(name, line -> Grammar.splitTokens(line, tokens));
        return tokens;
    }

    /** The first line of a header, without its name; unfolded and trimmed. */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /** Every line of a header in order, unfolded and trimmed, not split at commas. */
    public List<String> headers(String name) {
        List<String> lines = new ArrayList<>(2);
        headers.forEach(name, lines::add);
        return lines;
    }

    /** True when there is at least one such header. */
    public boolean has(String name) {
        return headers.first(name).isPresent();
    }

    /** The addresses of a header of the name-addr kind (Refer-To, P-Asserted-Identity, Diversion ...); bad ones are left out. */
    public List<NameAddress> addresses(String name) {
        List<NameAddress> found = new ArrayList<>(2);
        headers.forEach(name, line -> Grammar.nameAddresses(line).ifPresent(found::addAll));
        return found;
    }

    /** For logs: the start line and the Call-ID. */
    @Override
    public String toString() {
        return startLine() + " [" + first("Call-ID") + "]";
    }

    /** Reads every typed header now, so that no accessor can fail later. @return the fault, empty for none */
    String prime() {
        from = Grammar.nameAddress(first("From")).orElse(null);
        to = Grammar.nameAddress(first("To")).orElse(null);
        cseq = Grammar.cseq(first("CSeq")).orElse(null);
        vias = primeVias();
        if (from == null || to == null || cseq == null || vias == null) {
            return from == null ? "from" : to == null ? "to" : cseq == null ? "cseq" : "via";
        }
        if (!contactIsWildcard() || headers.count("Contact") > 1) {
            contacts = primeAddresses("Contact");
            if (contacts == null) {
                return "contact";
            }
        }
        return primeAddresses("Route") == null ? "route" : primeAddresses("Record-Route") == null ? "record-route" : "";
    }

    private @Nullable List<Via> primeVias() {
        List<Via> hops = new ArrayList<>(2);
        for (int i = 0; i < headers.size(); i++) {
            if (headers.name(i).equals("Via")) {
                Optional<List<Via>> line = Grammar.vias(headers.value(i));
                if (line.isEmpty()) {
                    return null;
                }
                hops.addAll(line.get());
            }
        }
        return hops.isEmpty() ? null : hops;
    }

    private @Nullable List<NameAddress> primeAddresses(String name) {
        if (headers.indexOf(name) < 0) {
            return List.of();
        }
        List<NameAddress> found = new ArrayList<>(2);
        for (int i = 0; i < headers.size(); i++) {
            if (headers.name(i).equals(name)) {
                Optional<List<NameAddress>> line = Grammar.nameAddresses(headers.value(i));
                if (line.isEmpty()) {
                    return null;
                }
                found.addAll(line.get());
            }
        }
        return found;
    }

    /** Takes over what another message has read already; hops are new. */
    void primeFrom(SipMessage other, List<Via> hops) {
        from = other.from;
        to = other.to;
        cseq = other.cseq;
        contacts = other.contacts;
        vias = hops;
    }

    String first(String name) {
        return headers.first(name).orElse("");
    }

    private NameAddress address(String name) {
        return Grammar.nameAddress(first(name)).orElseThrow(() -> broken(name));
    }

    private IllegalStateException broken(String name) {
        return new IllegalStateException("no valid " + name + " in " + startLine());
    }
}
