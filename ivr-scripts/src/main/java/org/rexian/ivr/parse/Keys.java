package org.rexian.ivr.parse;

import java.util.Optional;
import org.rexian.ivr.yaml.Problems;
import org.rexian.ivr.yaml.YamlNode.Text;

/** The keys of a telephone. */
final class Keys {

    private Keys() {}

    static Optional<Character> of(Text text, Problems problems) {
        if (text.value().length() == 1 && "0123456789*#ABCD".contains(text.value())) {
            return Optional.of(text.value().charAt(0));
        }
        problems.error(text.at(), "there is no key " + text.value(), "one of 0 to 9, \"*\", \"#\", A to D");
        return Optional.empty();
    }
}
