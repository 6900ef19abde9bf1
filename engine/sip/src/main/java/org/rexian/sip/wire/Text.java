package org.rexian.sip.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Character classes of RFC 3261 §25.1, escaping and quoting. */
final class Text {
    private static final boolean[] TOKEN = set("-.!%*_+`'~");
    private static final boolean[] USER = set("-_.!~*'()&=+$,;?/");
    private static final boolean[] URI = set("-_.!~*'();/?:@&=+$,%[]#");
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Text() {}

    static boolean isToken(String text) {
        return consistsOf(text, TOKEN);
    }

    static boolean isTokenChar(char c) {
        return c < 128 && TOKEN[c];
    }

    static boolean isUriText(String text) {
        return consistsOf(text, URI);
    }

    private static boolean consistsOf(String text, boolean[] allowed) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || !allowed[c]) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Every % of a URI must begin a pair of hex digits (RFC 3261 §25.1, escaped). */
    static boolean escapesAreSound(String text) {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            if (at + 2 >= text.length()
                    || Character.digit(text.charAt(at + 1), 16) < 0
                    || Character.digit(text.charAt(at + 2), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Resolves %HH once, as UTF-8; an escape that is none stays as it is. */
    static String unescape(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            int high = i + 2 < in.length && in[i] == '%' ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            if (low < 0) {
                out[length++] = in[i];
            } else {
                out[length++] = (byte) (high << 4 | low);
                i += 2;
            }
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    static void appendEscapedUser(StringBuilder text, String user) {
        appendEscaped(text, user, USER);
    }

    private static void appendEscaped(StringBuilder text, String plain, boolean[] allowed) {
        if (consistsOf(plain, allowed)) {
            text.append(plain);
            return;
        }
        for (byte b : plain.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0 && allowed[b]) {
                text.append((char) b);
            } else {
                text.append('%').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
            }
        }
    }

    static void appendQuoted(StringBuilder text, String plain) {
        text.append('"');
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else {
                text.append(c < ' ' || c == 127 ? ' ' : c);
            }
        }
        text.append('"');
    }

    /** Appends {@code ;name=value} for each; a value that is neither token nor quoted nor host is escaped as in a URI. */
    static void appendParams(StringBuilder text, Map<String, String> params) {
        for (Map.Entry<String, String> param : params.entrySet()) {
            text.append(';');
            appendEscaped(text, param.getKey(), PARAM);
            String value = param.getValue();
            if (!value.isEmpty()) {
                text.append('=');
                if (value.charAt(0) == '"') {
                    text.append(value);
                } else {
                    appendEscaped(text, value, PARAM);
                }
            }
        }
    }

    private static final boolean[] PARAM = set("-_.!~*'()[]/:&+$`");

    private static boolean[] set(String marks) {
        boolean[] set = new boolean[128];
        for (char c = '0'; c <= '9'; c++) {
            set[c] = true;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            set[c] = true;
            set[c - 32] = true;
        }
        for (int i = 0; i < marks.length(); i++) {
            set[marks.charAt(i)] = true;
        }
        return set;
    }
}
