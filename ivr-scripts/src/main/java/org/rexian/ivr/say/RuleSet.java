package org.rexian.ivr.say;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rules by the least value that each applies to. */
final class RuleSet {

    /** {@code divisor} splits the value into count and rest: the base's power of ten unless the grammar names one. */
    record Rule(long base, long divisor, List<Word> body) {

        /** {@code key} is {@code 1000}, or {@code 1100/100} with a divisor of its own. */
        static Rule of(String key, List<Word> body) {
            int slash = key.indexOf('/');
            if (slash < 0) {
                long base = Long.parseLong(key);
                return new Rule(base, powerOfTenUpTo(base), body);
            }
            return new Rule(Long.parseLong(key.substring(0, slash)), Long.parseLong(key.substring(slash + 1)), body);
        }

        private static long powerOfTenUpTo(long base) {
            long power = 1;
            while (power * 10 <= base) power *= 10;
            return power;
        }
    }

    private final TreeMap<Long, Rule> rules = new TreeMap<>();

    RuleSet(List<Rule> rules) {
        for (Rule rule : rules) this.rules.put(rule.base(), rule);
    }

    /** Empty below the least base. */
    Optional<Rule> ruleFor(long value) {
        return Optional.ofNullable(rules.floorEntry(value)).map(Map.Entry::getValue);
    }

    List<Word> words() {
        return rules.values().stream()
                .flatMap(rule -> rule.body().stream())
                .flatMap(Word::all)
                .toList();
    }
}
