package org.rexian.ivr.model;

import java.util.List;
import java.util.Optional;
import org.rexian.ivr.expr.Expression;
import org.rexian.ivr.say.SayKind;
import org.rexian.ivr.yaml.At;

/** What is said at one place of a flow, in order; empty: nothing. */
public record Speech(List<Item> items) {

    public static final Speech NOTHING = new Speech(List.of());

    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** One entry of a say list; {@code when} absent: always. */
    public sealed interface Item {
        Optional<Expression> when();

        At at();
    }

    /** A recording. */
    public record Prompt(String name, Optional<Expression> when, At at) implements Item {}

    /** A value, spoken. */
    public record Value(SayKind kind, Expression value, Optional<Expression> when, At at) implements Item {}

    /** The first item whose condition holds. */
    public record First(List<Item> items, Optional<Expression> when, At at) implements Item {}

    /** All items whose conditions hold. */
    public record All(List<Item> items, Optional<Expression> when, At at) implements Item {}
}
