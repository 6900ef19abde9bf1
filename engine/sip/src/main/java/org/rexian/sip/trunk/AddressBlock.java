package org.rexian.sip.trunk;

import java.net.InetAddress;

/** A literal address or CIDR block, IPv4 or IPv6. Matching compares bytes: no text, no names, no look-ups. */
final class AddressBlock {
    private final byte[] address;
    private final int prefixBits;

    private AddressBlock(byte[] address, int prefixBits) {
        this.address = address;
        this.prefixBits = prefixBits;
    }

    /** Throws {@link IllegalArgumentException} that names the text and what is wrong with it. */
    static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        String literal = slash < 0 ? text : text.substring(0, slash);
        byte[] bytes = literalBytes(text, literal);
        int all = bytes.length * Byte.SIZE;
        return new AddressBlock(bytes, slash < 0 ? all : prefix(text, text.substring(slash + 1), all));
    }

    private static byte[] literalBytes(String whole, String literal) {
        try {
            return InetAddress.ofLiteral(literal).getAddress();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + whole + "' is not an address or CIDR block", e);
        }
    }

    private static int prefix(String whole, String digits, int max) {
        int bits = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            bits = digit < 0 || digit > 9 || bits > max ? max + 1 : bits * 10 + digit;
        }
        if (digits.isEmpty() || bits > max) {
            throw new IllegalArgumentException("'" + whole + "': the prefix must be 0 to " + max);
        }
        return bits;
    }

    boolean holds(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        int whole = prefixBits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (address[i] != other[i]) {
                return false;
            }
        }
        int rest = prefixBits % Byte.SIZE;
        int mask = (0xff00 >> rest) & 0xff;
        return rest == 0 || (address[whole] & mask) == (other[whole] & mask);
    }

    int prefixBits() {
        return prefixBits;
    }
}
