package org.rexian.server.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rexian.acd.RoutingRules;

/** Routing rules as an operator pastes them below {@code acd:}. */
final class RulesYaml {

    private RulesYaml() {}

    static List<String> lines(RoutingRules rules) {
        List<String> lines = new ArrayList<>();
        lines.add("routing:");
        lines.add("  contact-choice: " + word(rules.contactChoice()));
        lines.add("  point: " + millis(rules.pointMillis()));
        lines.add("  aging: " + millis(rules.agingMillis()));
        if (!rules.classes().isEmpty()) {
            lines.add("  classes:");
            rules.classes()
                    .forEach(each -> lines.add("    - {name: " + quoted(each.name()) + ", weight: "
                            + number(each.weight()) + ", target: " + millis(each.targetMillis()) + "}"));
        }
        if (!rules.reservations().isEmpty()) {
            lines.add("  reservations:");
            rules.reservations()
                    .forEach(each -> lines.add("    - {agents: " + quoted(each.agents()) + ", class: "
                            + quoted(each.customerClass()) + ", keep: " + each.keep() + "}"));
        }
        return lines;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String millis(long millis) {
        return millis == 0 ? "0" : millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.valueOf(value);
    }

    /** In single quotes, where YAML knows one escape alone. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
