package org.rexian.sip.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Header names: compact forms (RFC 3261 §7.3.3 and IANA) and odd case become the RFC's spelling; unknown names stay as they are. */
final class HeaderNames {
    private static final String[] LONG = {
        "Accept",
        "Accept-Encoding",
        "Accept-Language",
        "Alert-Info",
        "Allow",
        "Allow-Events",
        "Authentication-Info",
        "Authorization",
        "Call-ID",
        "Call-Info",
        "Contact",
        "Content-Disposition",
        "Content-Encoding",
        "Content-Language",
        "Content-Length",
        "Content-Type",
        "CSeq",
        "Date",
        "Diversion",
        "Error-Info",
        "Event",
        "Expires",
        "From",
        "History-Info",
        "In-Reply-To",
        "Max-Forwards",
        "MIME-Version",
        "Min-Expires",
        "Min-SE",
        "Organization",
        "P-Asserted-Identity",
        "P-Preferred-Identity",
        "Path",
        "Priority",
        "Privacy",
        "Proxy-Authenticate",
        "Proxy-Authorization",
        "Proxy-Require",
        "RAck",
        "Reason",
        "Record-Route",
        "Refer-To",
        "Referred-By",
        "Replaces",
        "Reply-To",
        "Require",
        "Retry-After",
        "Route",
        "RSeq",
        "Server",
        "Session-Expires",
        "Subject",
        "Subscription-State",
        "Supported",
        "Timestamp",
        "To",
        "Unsupported",
        "User-Agent",
        "Via",
        "Warning",
        "WWW-Authenticate"
    };
    private static final String[] COMPACT = {
        "a",
        "Accept-Contact",
        "b",
        "Referred-By",
        "c",
        "Content-Type",
        "d",
        "Request-Disposition",
        "e",
        "Content-Encoding",
        "f",
        "From",
        "i",
        "Call-ID",
        "j",
        "Reject-Contact",
        "k",
        "Supported",
        "l",
        "Content-Length",
        "m",
        "Contact",
        "n",
        "Identity-Info",
        "o",
        "Event",
        "r",
        "Refer-To",
        "s",
        "Subject",
        "t",
        "To",
        "u",
        "Allow-Events",
        "v",
        "Via",
        "x",
        "Session-Expires",
        "y",
        "Identity"
    };
    private static final Map<String, String> KNOWN = known();

    private HeaderNames() {}

    static String canonical(String name) {
        String exact = KNOWN.get(name);
        if (exact != null) {
            return exact;
        }
        @Nullable String folded = KNOWN.get(name.toLowerCase(Locale.ROOT));
        return folded == null ? name : folded;
    }

    /** A value that cannot break out of its line, whoever supplied it. */
    static String oneLine(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                return value.replace('\r', ' ')
                        .replace('\n', ' ')
                        .replace('\0', ' ')
                        .trim();
            }
        }
        return value;
    }

    private static Map<String, String> known() {
        Map<String, String> known = new HashMap<>(512);
        for (String name : LONG) {
            known.put(name, name.intern());
            known.put(name.toLowerCase(Locale.ROOT), name.intern());
        }
        for (int i = 0; i < COMPACT.length; i += 2) {
            known.put(COMPACT[i], COMPACT[i + 1].intern());
        }
        return known;
    }
}
