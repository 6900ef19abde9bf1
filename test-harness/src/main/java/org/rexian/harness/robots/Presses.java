package org.rexian.harness.robots;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a robot caller presses, and when: waits and keys in turn, {@code 3s 1 2s 0}. Several scripts are separated by {@code |}; each
 * caller draws one.
 */
record Presses(List<Press> steps) {

    /** {@code keys} after a wait since the step before. */
    record Press(long afterMillis, String keys) {}

    /** @throws IllegalArgumentException saying what is wrong */
    static List<Presses> parseAll(String text) {
        List<Presses> all = new ArrayList<>();
        for (String script : text.split("\\|", -1)) {
            all.add(parse(script.strip()));
        }
        return all;
    }

    private static Presses parse(String script) {
        List<Press> steps = new ArrayList<>();
        long wait = 0;
        for (String word : script.split("\\s+", -1)) {
            if (word.matches("\\d{1,4}(\\.\\d{1,3})?s")) {
                wait += (long) (Double.parseDouble(word.substring(0, word.length() - 1)) * 1000);
            } else if (word.matches("[0-9*#]{1,32}")) {
                steps.add(new Press(wait, word));
                wait = 0;
            } else if (!word.isEmpty()) {
                throw new IllegalArgumentException("'" + word + "' is neither a wait like 3s nor keys like 1 or 42#");
            }
        }
        return new Presses(steps);
    }

    static Presses draw(List<Presses> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
