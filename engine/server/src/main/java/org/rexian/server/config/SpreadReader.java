package org.rexian.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rexian.acd.sim.Spread;
import org.rexian.server.config.SimulationKinds.SpreadText;

/** Turns a key's distribution into one that can be drawn from; reads the file of values where it names one. */
final class SpreadReader {

    private static final int MOST_VALUES = 1_000_000;

    private SpreadReader() {}

    static Spread read(Section section, Key<SpreadText> key) {
        return known(section, key, section.get(key));
    }

    /** Of something that ends one day. */
    static Spread finite(Section section, Key<?> key, SpreadText text) {
        Spread spread = known(section, key, text);
        if (spread instanceof Spread.Never) {
            section.problem(key, key.name() + ": 'none' would never end", "write constant 0 for no time at all");
        }
        return spread;
    }

    private static Spread known(Section section, Key<?> key, SpreadText text) {
        return switch (text) {
            case SpreadText.Known(Spread spread) -> spread;
            case SpreadText.InFile(Path file) -> seen(section, key, section.resolve(file));
        };
    }

    private static Spread seen(Section section, Key<?> key, Path file) {
        try {
            List<String> lines = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .limit(MOST_VALUES)
                    .toList();
            long[] values = new long[lines.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Duration.millis(lines.get(i));
            }
            if (values.length > 0) {
                return new Spread.Empirical(values);
            }
            section.problem(key, key.name() + ": " + file + " has no values", "write a duration a line: 95s, 3m");
        } catch (IOException e) {
            section.problem(key, key.name() + ": " + file + " can't be read: " + e.getMessage(), "");
        } catch (Unfit e) {
            section.problem(key, key.name() + ": in " + file + ": " + e.what(), e.hint());
        }
        return new Spread.Constant(0);
    }
}
