package org.rexian.ivr.expr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rexian.ivr.expr.ExpressionToken.Kind;

/**
 * Reads, type-checks and compiles the common forms of CEL into {@link Term}s, which cost a few nanoseconds; empty for the rest, right
 * or wrong, which is then CEL's. A form belongs here only if CEL takes it too, with the same type and the same value to the last
 * corner: {@code FastTermsTest} compares the two.
 *
 * <p>The grammar is CEL's: {@code ? :}, {@code ||}, {@code &&}, the relations, {@code + -}, {@code *}, {@code !}, members.
 */
final class TermParser {

    private static final int DEEPEST = 12;
    private static final Set<String> RELATIONS = Set.of("==", "!=", "<", "<=", ">", ">=", "in");

    /** What was read. */
    record Parsed(Term term, ValueType type, Set<String> names) {}

    private record Typed(Term term, ValueType type) {}

    /** Ends the descent: CEL must look at this one. */
    @SuppressWarnings("serial") // never leaves this class
    private static final class Unknown extends Exception {
        Unknown() {
            super("", null, false, false);
        }
    }

    private final List<ExpressionToken> tokens;
    private final Scope scope;
    private final Set<String> names = new HashSet<>();
    private int next;
    private int depth;

    private TermParser(List<ExpressionToken> tokens, Scope scope) {
        this.tokens = tokens;
        this.scope = scope;
    }

    static Optional<Parsed> parse(String text, Scope scope) {
        return ExpressionToken.split(text).flatMap(tokens -> new TermParser(tokens, scope).whole());
    }

    private Optional<Parsed> whole() {
        try {
            Typed typed = choice();
            return peek().kind() == Kind.END
                    ? Optional.of(new Parsed(typed.term(), typed.type(), names))
                    : Optional.empty();
        } catch (Unknown e) {
            return Optional.empty();
        }
    }

    private Typed choice() throws Unknown {
        check(++depth <= DEEPEST);
        Typed condition = either();
        if (take("?")) {
            Typed yes = either();
            check(take(":"));
            Typed no = choice();
            check(condition.type() == ValueType.TRUTH && yes.type() == no.type());
            condition = new Typed(new Terms.Choice(condition.term(), yes.term(), no.term()), yes.type());
        }
        depth--;
        return condition;
    }

    private Typed either() throws Unknown {
        Typed left = both();
        while (take("||")) {
            left = junction(left, both(), true);
        }
        return left;
    }

    private Typed both() throws Unknown {
        Typed left = relation();
        while (take("&&")) {
            left = junction(left, relation(), false);
        }
        return left;
    }

    /** CEL's swallow a failure of one side if the other decides; so only operands that can't fail are taken. */
    private static Typed junction(Typed left, Typed right, boolean or) throws Unknown {
        check(left.type() == ValueType.TRUTH && right.type() == ValueType.TRUTH);
        check(!left.term().canFail() && !right.term().canFail());
        return new Typed(new Terms.Both(left.term(), right.term(), or), ValueType.TRUTH);
    }

    private Typed relation() throws Unknown {
        Typed left = sum();
        while (RELATIONS.contains(peek().text()) && peek().kind() != Kind.TEXT) {
            String operator = take().text();
            Term term = operator.equals("in") ? oneOf(left) : compare(operator, left, sum());
            left = new Typed(term, ValueType.TRUTH);
        }
        return left;
    }

    private static Term compare(String operator, Typed left, Typed right) throws Unknown {
        // Not of doubles, whose NaN and zeros differ from equals, and which compare with whole numbers too.
        check(left.type() == right.type() && left.type() != ValueType.NUMBER);
        boolean negated = operator.equals("!=");
        if (negated || operator.equals("==")) {
            return new Terms.Equal(left.term(), right.term(), negated);
        }
        check(left.type() == ValueType.WHOLE);
        Terms.Order order = switch (operator) {
            case "<" -> Terms.Order.LESS;
            case "<=" -> Terms.Order.LESS_EQUAL;
            case ">" -> Terms.Order.GREATER;
            default -> Terms.Order.GREATER_EQUAL;
        };
        return new Terms.Compare(order, left.term(), right.term());
    }

    /** {@code item in [literal, literal]}. */
    private Term oneOf(Typed item) throws Unknown {
        check(item.type() == ValueType.TEXT || item.type() == ValueType.WHOLE);
        check(take("["));
        List<Object> items = new ArrayList<>();
        do {
            Typed literal = sum();
            check(literal.type() == item.type());
            check(literal.term() instanceof Terms.Constant);
            items.add(((Terms.Constant) literal.term()).constant());
        } while (take(","));
        check(take("]"));
        return new Terms.OneOf(item.term(), Set.copyOf(items));
    }

    private Typed sum() throws Unknown {
        Typed left = product();
        while (peek().is("+") || peek().is("-")) {
            char operator = take().text().charAt(0);
            Typed right = product();
            boolean texts = operator == '+' && left.type() == ValueType.TEXT && right.type() == ValueType.TEXT;
            left = texts
                    ? new Typed(new Texts.Join(left.term(), right.term()), ValueType.TEXT)
                    : arithmetic(operator, left, right);
        }
        return left;
    }

    private Typed product() throws Unknown {
        Typed left = unary();
        while (take("*")) {
            left = arithmetic('*', left, unary());
        }
        return left;
    }

    private static Typed arithmetic(char operator, Typed left, Typed right) throws Unknown {
        check(left.type() == ValueType.WHOLE && right.type() == ValueType.WHOLE);
        return new Typed(new Arithmetic(operator, left.term(), right.term()), ValueType.WHOLE);
    }

    private Typed unary() throws Unknown {
        if (take("!")) {
            Typed operand = member();
            check(operand.type() == ValueType.TRUTH);
            return new Typed(new Terms.Not(operand.term()), ValueType.TRUTH);
        }
        return member();
    }

    private Typed member() throws Unknown {
        Typed target = primary();
        while (take(".")) {
            ExpressionToken method = take();
            check(method.kind() == Kind.WORD && take("("));
            target = method(target, method.text());
        }
        return target;
    }

    private Typed method(Typed target, String name) throws Unknown {
        check(target.type() == ValueType.TEXT);
        if (name.equals("size")) {
            check(take(")"));
            return new Typed(new Texts.Size(target.term()), ValueType.WHOLE);
        }
        check(name.equals("startsWith") || name.equals("endsWith") || name.equals("contains"));
        Typed part = choice();
        check(part.type() == ValueType.TEXT && take(")"));
        return new Typed(new Texts.Part(name, target.term(), part.term()), ValueType.TRUTH);
    }

    private Typed primary() throws Unknown {
        ExpressionToken token = take();
        if (token.is("(")) {
            Typed inner = choice();
            check(take(")"));
            return inner;
        }
        if (token.is("-")) {
            return literal("-", take());
        }
        return token.kind() == Kind.WORD ? word(token.text()) : literal("", token);
    }

    private static Typed literal(String sign, ExpressionToken token) throws Unknown {
        try {
            return switch (token.kind()) {
                case WHOLE -> constant(Long.valueOf(sign + token.text()), ValueType.WHOLE);
                case NUMBER -> constant(Double.valueOf(sign + token.text()), ValueType.NUMBER);
                case TEXT -> {
                    check(sign.isEmpty());
                    yield constant(token.text(), ValueType.TEXT);
                }
                default -> throw new Unknown();
            };
        } catch (NumberFormatException e) {
            throw new Unknown();
        }
    }

    private Typed word(String first) throws Unknown {
        if (first.equals("true") || first.equals("false")) {
            return constant(Boolean.valueOf(first), ValueType.TRUTH);
        }
        if (first.equals("size") && take("(")) {
            return method(choice(), "size");
        }
        StringBuilder name = new StringBuilder(first);
        while (peek().is(".")
                && !tokens.get(Math.min(next + 2, tokens.size() - 1)).is("(")) {
            take();
            check(peek().kind() == Kind.WORD);
            name.append('.').append(take().text());
        }
        Scope.Slot slot = scope.find(name.toString()).orElseThrow(Unknown::new);
        names.add(name.toString());
        Term term = slot.ofCall() ? new Terms.OfCall(slot.index()) : new Terms.OfFlow(slot.index());
        return new Typed(term, slot.type());
    }

    private static Typed constant(Object value, ValueType type) {
        return new Typed(new Terms.Constant(value), type);
    }

    private static void check(boolean known) throws Unknown {
        if (!known) {
            throw new Unknown();
        }
    }

    private ExpressionToken peek() {
        return tokens.get(next);
    }

    private ExpressionToken take() {
        ExpressionToken token = tokens.get(next);
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    private boolean take(String sign) {
        boolean there = peek().is(sign);
        if (there) {
            next++;
        }
        return there;
    }
}
