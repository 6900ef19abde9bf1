package org.rexian.ivr.say;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one language reads values: names of recorded pieces, in the order in which they are played. The rules are data
 * ({@code zh-CN.yaml}, {@code en.yaml} beside this class): a language is added without code. Immutable, for any thread.
 */
public final class SayGrammar {

    /** Every language that ships, by its tag in a flow. */
    public static final Set<String> LANGUAGES = Set.of("zh-CN", "en");

    /** No shipped rule goes deeper than a dozen; a cycle in a grammar is a mistake of ours. */
    private static final int MAX_DEPTH = 64;

    private static final Map<String, SayGrammar> SHIPPED =
            Map.of("zh-CN", SayGrammarFile.shipped("zh-CN"), "en", SayGrammarFile.shipped("en"));

    private final DigitReading digits;
    private final Map<String, List<Word>> forms;
    private final Map<String, RuleSet> rules;
    private final String negative;

    SayGrammar(DigitReading digits, Map<String, List<Word>> forms, Map<String, RuleSet> rules, String negative) {
        this.digits = digits;
        this.forms = Map.copyOf(forms);
        this.rules = Map.copyOf(rules);
        this.negative = negative;
    }

    /** The grammar of a language, or empty where none ships. */
    public static Optional<SayGrammar> of(String language) {
        return Optional.ofNullable(SHIPPED.get(language));
    }

    /** The pieces that say {@code value}; empty if it can't be read as this kind. */
    public Optional<List<String>> say(SayKind kind, String value) {
        if (kind == SayKind.DIGITS) return digits.say(value);
        return SayValue.parse(kind, value).map(this::say);
    }

    private List<String> say(SayValue value) {
        List<String> pieces = new ArrayList<>();
        if (value.negative()) pieces.add(negative);
        for (Word word : form(value.form())) {
            if (word instanceof Word.Field(String name, String set)) {
                for (long part : value.fields().getOrDefault(name, new long[0])) sayBy(set, part, 0, pieces);
            } else if (word instanceof Word.Piece(String prompt)) {
                pieces.add(prompt);
            }
        }
        return List.copyOf(pieces);
    }

    private List<Word> form(String name) {
        return forms.getOrDefault(name, List.of());
    }

    private void sayBy(String set, long value, int depth, List<String> pieces) {
        if (depth > MAX_DEPTH) throw new IllegalStateException("say rules turn in a circle at " + set);
        Optional<RuleSet.Rule> rule = set(set).ruleFor(value);
        if (rule.isPresent()) sayWords(rule.get().body(), rule.get().divisor(), value, depth + 1, pieces);
    }

    private void sayWords(List<Word> words, long divisor, long value, int depth, List<String> pieces) {
        for (Word word : words) {
            switch (word) {
                case Word.Piece(String prompt) -> pieces.add(prompt);
                case Word.Count(String set) -> sayBy(set, value / divisor, depth, pieces);
                case Word.Rest(String set) -> sayBy(set, value % divisor, depth, pieces);
                case Word.Same(String set) -> sayBy(set, value, depth, pieces);
                case Word.IfRest(List<Word> some, List<Word> none) ->
                    sayWords(value % divisor == 0 ? none : some, divisor, value, depth, pieces);
                case Word.Field _ -> throw new IllegalStateException("a field has no place in a rule");
            }
        }
    }

    private RuleSet set(String name) {
        RuleSet set = rules.get(name);
        if (set == null) throw new IllegalStateException("no rule set " + name);
        return set;
    }

    /** Every piece that this kind can ask for: what a hotline must have recorded to say it. */
    public Set<String> pieces(SayKind kind) {
        if (kind == SayKind.DIGITS) return digits.pieces();
        Set<String> pieces = new LinkedHashSet<>();
        if (kind == SayKind.NUMBER || kind == SayKind.MONEY) pieces.add(negative);
        Set<String> seen = new LinkedHashSet<>();
        for (String form : formsOf(kind)) collect(form(form), seen, pieces);
        return pieces;
    }

    private static List<String> formsOf(SayKind kind) {
        return switch (kind) {
            case NUMBER -> List.of("number", "decimal");
            case MONEY -> List.of("money", "small-money");
            case DIGITS, COUNT, ORDINAL, DATE, TIME, WEEKDAY -> List.of(kind.key());
        };
    }

    private void collect(List<Word> words, Set<String> seen, Set<String> pieces) {
        for (Word word : words) {
            if (word instanceof Word.Piece(String prompt)) pieces.add(prompt);
            word.sets().filter(seen::add).forEach(set -> collect(set(set).words(), seen, pieces));
        }
    }
}
