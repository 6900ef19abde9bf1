package org.rexian.ivr.say;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@link SayAs} by the grammars that ship. */
public final class RecordedSayAs implements SayAs {

    @Override
    public List<String> promptNames(SayKind kind, String value, String language) {
        return grammar(language).flatMap(grammar -> grammar.say(kind, value)).orElseGet(List::of);
    }

    @Override
    public Set<String> vocabulary(SayKind kind, String language) {
        return grammar(language).map(grammar -> grammar.pieces(kind)).orElseGet(Set::of);
    }

    @Override
    public Set<String> languages() {
        return SayGrammar.LANGUAGES;
    }

    private static Optional<SayGrammar> grammar(String language) {
        return SayGrammar.of(language);
    }
}
