package org.rexian.server.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** UDP ports from {@code first} to {@code last}, both included. */
public record PortRange(int first, int last) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})\\s*-\\s*(\\d{1,5})");

    static PortRange parse(String text) throws Unfit {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new Unfit("'" + text + "' is not a range of ports", "write 16384-19999");
        }
        PortRange range = new PortRange(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
        if (range.first < 1024 || range.last > 65535 || range.last - range.first < 3) {
            throw new Unfit(
                    "'" + text + "' is not a usable range", "first at least 1024, last at most 65535, 4 ports or more");
        }
        return range;
    }

    /** Legs that fit: RTP and RTCP take a pair each. */
    public int pairs() {
        return (last - first + 1) / 2;
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
