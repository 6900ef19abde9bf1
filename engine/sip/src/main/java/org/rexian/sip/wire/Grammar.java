package org.rexian.sip.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Header values to typed values. */
@SuppressWarnings("DoNotCallSuggester")
final class Grammar {
    private Grammar() {}

    static Optional<SipUri> uri(String text) {
        throw new UnsupportedOperationException();
    }

    static Optional<NameAddress> nameAddress(String text) {
        throw new UnsupportedOperationException();
    }

    static Optional<List<NameAddress>> nameAddresses(String line) {
        throw new UnsupportedOperationException();
    }

    static Optional<List<Via>> vias(String line) {
        throw new UnsupportedOperationException();
    }

    static Optional<CSeq> cseq(String text) {
        throw new UnsupportedOperationException();
    }

    static OptionalLong leadingNumber(String text) {
        throw new UnsupportedOperationException();
    }

    static int port(String text) {
        throw new UnsupportedOperationException();
    }

    static void splitTokens(String line, List<String> into) {
        throw new UnsupportedOperationException();
    }

    static void appendParams(StringBuilder text, Map<String, String> params) {
        throw new UnsupportedOperationException();
    }

    static void appendQuoted(StringBuilder text, String plain) {
        throw new UnsupportedOperationException();
    }

    static void appendEscapedUser(StringBuilder text, String user) {
        throw new UnsupportedOperationException();
    }
}
