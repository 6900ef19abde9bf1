package org.rexian.server.config;

import java.net.InetAddress;

/** A CIDR range; a single address is a range of full prefix length. */
public record AddressRange(InetAddress base, int prefixLength) {

    static AddressRange parse(String text) throws Unfit {
        int slash = text.indexOf('/');
        InetAddress base = AddressKinds.address(slash < 0 ? text : text.substring(0, slash));
        int bits = base.getAddress().length * 8;
        if (slash < 0) {
            return new AddressRange(base, bits);
        }
        String length = text.substring(slash + 1);
        if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > bits) {
            throw new Unfit("'/" + length + "' is not a prefix length", "write a number from 0 to " + bits);
        }
        AddressRange range = new AddressRange(base, Integer.parseInt(length));
        if (!range.hostBitsAreZero()) {
            throw new Unfit(
                    "'" + text + "' has bits set behind its prefix",
                    "is it a single address? Then leave out /" + length);
        }
        return range;
    }

    private boolean hostBitsAreZero() {
        byte[] bytes = base.getAddress();
        for (int bit = prefixLength; bit < bytes.length * 8; bit++) {
            if ((bytes[bit / 8] >> (7 - bit % 8) & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + prefixLength;
    }
}
