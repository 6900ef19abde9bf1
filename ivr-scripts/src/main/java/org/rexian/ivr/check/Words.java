package org.rexian.ivr.check;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists of names in findings. */
final class Words {

    private static final int SHOWN = 8;

    private Words() {}

    static String list(Collection<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? shown + ", …" : shown;
    }
}
