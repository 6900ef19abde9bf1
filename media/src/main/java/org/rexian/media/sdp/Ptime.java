package org.rexian.media.sdp;

import java.util.Set;

/** The packet length that a peer asks for. */
final class Ptime {

    private static final Set<Integer> SUPPORTED = Set.of(10, 20, 30, 40, 60);
    private static final int USUAL = 20;

    private Ptime() {}

    /** Milliseconds: {@code a=ptime} if we can, else 20, never above {@code a=maxptime} if 10 satisfies it. */
    static int of(MediaDescription section) {
        int wanted = number(section, "ptime", USUAL);
        int most = number(section, "maxptime", 60);
        int ptime = SUPPORTED.contains(wanted) ? wanted : USUAL;
        if (ptime <= most) {
            return ptime;
        }
        return SUPPORTED.stream()
                .mapToInt(Integer::intValue)
                .filter(length -> length <= most)
                .max()
                .orElse(10);
    }

    private static int number(MediaDescription section, String attribute, int otherwise) {
        String value = section.attribute(attribute).orElse("");
        return Scan.digits(value, 1, 4) ? Integer.parseInt(value) : otherwise;
    }
}
