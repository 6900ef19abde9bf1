package org.rexian.ivr.expr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelOptions;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.Problems;

/** The terms say what the CEL runtime says, failures included, for random expressions over random values. */
class FastTermsTest {

    private static final long SEED = Long.getLong("rexian.seed", 4_711);
    private static final String[] TEXTS = {"''", "'gold'", "'62'", "'幺😀'", "card", "call.tier"};
    private static final String[] WHOLES = {
        "0", "1", "-1", "9223372036854775807", "tries", "queue.position", "size(card)"
    };

    private static final String[] ODD = {
        " ",
        "(",
        ")",
        "!",
        "-",
        "- ",
        "+",
        "*",
        "?",
        ":",
        ".",
        ",",
        "[",
        "]",
        "'",
        "\"",
        "&&",
        "||",
        "==",
        "<",
        " in ",
        "1",
        "1.5",
        "1.",
        ".5",
        "01",
        "-0",
        "00.50",
        "\t",
        "\u00a0",
        "'a'",
        "\"it's\"",
        "''",
        "true",
        "null",
        "size(",
        ".size()",
        "_",
        "call",
        "call . tier",
        "card",
        "tries",
        "good",
        "x",
        "['a']",
        "[1, -1]",
        "['a', 1]",
        "9223372036854775808",
        "//",
        "%",
        "/",
        "a.b",
        "€"
    };

    private final Random random = new Random(SEED);

    @Test
    void agreeWithCel() throws Exception {
        Scope scope = scope();
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder();
        scope.slots().forEach((name, slot) -> builder.addVar(name, Cel.type(slot.type())));
        CelCompiler cel = builder.build();
        CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(CelOptions.current()
                        .enableHeterogeneousNumericComparisons(true)
                        .build())
                .build();
        Problems problems = new Problems();
        ExpressionCompiler compiler = new ExpressionCompiler(scope, problems);
        int fast = 0;
        for (int i = 0; i < 1_500; i++) {
            String text = truth(3);
            Optional<Expression> ours = compiler.compile(text, true, new At("t", 1, 1), EnumSet.allOf(ValueType.class));
            assertThat(problems.sorted()).as(text).isEmpty();
            fast += ours.orElseThrow().isFast() ? 1 : 0;
            CelRuntime.Program program = runtime.createProgram(cel.compile(text).getAst());
            for (int j = 0; j < 5; j++) {
                Object[] ofCall = {"1", "", "", "en", (long) random.nextInt(3), 0L, pick("gold", "", "62")};
                Object[] ofFlow = {
                    pick("62", "gold", "6212", "幺😀"),
                    pick(0L, 1L, Long.MAX_VALUE, Long.MIN_VALUE),
                    random.nextBoolean()
                };
                Map<String, Object> values = Map.of(
                        "call.tier",
                        ofCall[6],
                        "queue.position",
                        ofCall[4],
                        "card",
                        ofFlow[0],
                        "tries",
                        ofFlow[1],
                        "good",
                        ofFlow[2]);
                assertThat(ours.get().valueOr("failed", ofCall, ofFlow, (_, _) -> {}))
                        .as("seed " + SEED + ": " + text + " with " + values)
                        .isEqualTo(evaluate(program, values));
            }
        }
        assertThat(fast).isGreaterThan(500);
    }

    /** Broken and odd texts: what the terms take, CEL takes, as the same type and with the same names. */
    @Test
    void takeNothingThatCelRefuses() {
        Scope scope = scope();
        Cel cel = new Cel(scope);
        int taken = 0;
        for (int i = 0; i < 6_000; i++) {
            String text = odd();
            Optional<TermParser.Parsed> ours = TermParser.parse(text, scope);
            if (ours.isEmpty()) {
                continue;
            }
            taken++;
            assertThat(cel.compile(text))
                    .as("seed " + SEED + ": " + text)
                    .isInstanceOfSatisfying(Cel.Compiled.class, theirs -> {
                        assertThat(theirs.type()).contains(ours.get().type());
                        assertThat(theirs.names()).isEqualTo(ours.get().names());
                    });
        }
        assertThat(taken).isGreaterThan(500);
    }

    /** The forms of the hotlines that ship need no CEL. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "card.startsWith('1') ? size(card) == 11 : true",
                "call.tier == 'gold' ? 500 : 100",
                "tries + 1",
                "call.tier in [\"gold\", 'silver'] && !good",
                "-1",
                "tries-1 > - 1",
                "0.5"
            })
    void knowTheCommonForms(String text) {
        assertThat(TermParser.parse(text, scope())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a\\n'",
                "r'a'",
                "'''a'''",
                "0x10",
                "1u",
                "1e3",
                "--1",
                "!!good",
                ".card",
                "9223372036854775808",
                "1 < 2.0",
                "card < 'a'",
                "tries / 1 == 1 || good",
                "card in []",
                "card in ['a',]",
                "good ? good ? 1 : 2 : 3",
                "card // said",
                "card[0]",
                "good && tries + 1 > 0",
                "card.matches('a')",
                "nobody",
                "call",
                "card card",
                "(card",
                "null",
                "'a' + 1"
            })
    void leaveTheRestToCel(String text) {
        assertThat(TermParser.parse(text, scope())).isEmpty();
    }

    private static Scope scope() {
        Scope scope = new Scope(List.of("tier"));
        scope.variable("card", ValueType.TEXT);
        scope.variable("tries", ValueType.WHOLE);
        scope.variable("good", ValueType.TRUTH);
        return scope;
    }

    /** A good expression with a few of its words dropped, doubled, swapped or replaced. */
    private String odd() {
        List<String> words = new ArrayList<>(List.of(truth(2).split("(?<=[ ()!,.\\[\\]])|(?=[ ()!,.\\[\\]])")));
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(4)) {
                case 0 -> words.set(at, pick(ODD));
                case 1 -> words.add(at, pick(ODD));
                case 2 -> words.add(at, words.get(random.nextInt(words.size())));
                default -> words.set(at, "");
            }
        }
        return String.join("", words);
    }

    private static Object evaluate(CelRuntime.Program program, Map<String, Object> values) {
        try {
            return program.eval(values);
        } catch (CelEvaluationException e) {
            return "failed";
        }
    }

    private String truth(int depth) {
        int kind = random.nextInt(depth == 0 ? 2 : 9);
        return switch (kind) {
            case 0 -> pick("good", "true", "false");
            case 1, 2 -> whole(1) + pick(" == ", " != ", " < ", " <= ", " > ", " >= ") + whole(1);
            case 3 -> text(1) + pick(" == ", " != ") + text(1);
            case 4 -> "!(" + truth(depth - 1) + ")";
            case 5 -> "(" + truth(depth - 1) + pick(" && ", " || ") + truth(depth - 1) + ")";
            case 6 -> "(" + truth(depth - 1) + " ? " + truth(depth - 1) + " : " + truth(depth - 1) + ")";
            case 7 -> text(1) + pick(".startsWith(", ".endsWith(", ".contains(") + text(0) + ")";
            default -> text(0) + " in ['gold', '62', '']";
        };
    }

    private String whole(int depth) {
        return depth == 0 || random.nextBoolean()
                ? pick(WHOLES)
                : "(" + whole(0) + pick(" + ", " - ", " * ", " / ", " % ") + whole(0) + ")";
    }

    private String text(int depth) {
        return depth == 0 || random.nextInt(3) > 0 ? pick(TEXTS) : "(" + text(0) + " + " + text(0) + ")";
    }

    @SafeVarargs
    private <T> T pick(T... of) {
        return of[random.nextInt(of.length)];
    }
}
