package org.rexian.ivr.say;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads a shipped grammar. These files are ours: a mistake in one throws as soon as the class loads. */
final class SayGrammarFile {

    private final Map<?, ?> root;
    private final String prefix;
    private final WordParser words;

    private SayGrammarFile(Map<?, ?> root) {
        this.root = root;
        this.prefix = text("prefix");
        this.words = new WordParser(prefix);
    }

    static SayGrammar shipped(String language) {
        // Failsafe: every scalar is text, so that 0 and "0" are the same piece.
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setLabel(language)
                .build();
        try (InputStream in = SayGrammarFile.class.getResourceAsStream(language + ".yaml")) {
            if (in == null) throw new IllegalStateException("no say grammar of " + language);
            if (!(new Load(settings).loadFromInputStream(in) instanceof Map<?, ?> root))
                throw new IllegalStateException("say grammar of " + language + " is no mapping");
            return new SayGrammarFile(root).grammar();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SayGrammar grammar() {
        Map<String, List<Word>> forms = new HashMap<>();
        map("forms").forEach((name, body) -> forms.put(name, words.parse(String.valueOf(body))));
        Map<String, RuleSet> rules = new HashMap<>();
        map("rules").forEach((name, set) -> rules.put(name, ruleSet(asMap(name, set))));
        Stream.concat(forms.values().stream(), rules.values().stream().map(RuleSet::words))
                .flatMap(List::stream)
                .flatMap(Word::sets)
                .filter(set -> !rules.containsKey(set))
                .findAny()
                .ifPresent(set -> {
                    throw new IllegalStateException("no rule set " + set);
                });
        return new SayGrammar(digits(), forms, rules, prefix + text("negative"));
    }

    private RuleSet ruleSet(Map<String, Object> rules) {
        return new RuleSet(rules.entrySet().stream()
                .map(rule -> RuleSet.Rule.of(rule.getKey(), words.parse(String.valueOf(rule.getValue()))))
                .toList());
    }

    private DigitReading digits() {
        Map<Character, String> pieces = new HashMap<>();
        map("digits").forEach((digit, piece) -> pieces.put(digit.charAt(0), prefix + piece));
        Map<Integer, List<Integer>> groups = new HashMap<>();
        map("groups").forEach((length, sizes) -> {
            if (!(sizes instanceof List<?> list)) throw new IllegalStateException("groups: lists, please");
            groups.put(
                    Integer.valueOf(length),
                    list.stream()
                            .map(size -> Integer.valueOf(String.valueOf(size)))
                            .toList());
        });
        return new DigitReading(Map.copyOf(pieces), prefix + text("pause"), Map.copyOf(groups));
    }

    private String text(String key) {
        return String.valueOf(root.get(key));
    }

    private Map<String, Object> map(String key) {
        return asMap(key, root.get(key));
    }

    private static Map<String, Object> asMap(String name, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) throw new IllegalStateException(name + " is no mapping");
        Map<String, Object> copy = new HashMap<>();
        map.forEach((key, entry) -> copy.put(String.valueOf(key), entry == null ? "" : entry));
        return copy;
    }
}
