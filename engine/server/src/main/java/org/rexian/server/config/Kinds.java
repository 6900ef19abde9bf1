package org.rexian.server.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of values that the file is made of, save addresses: see {@link AddressKinds}. */
final class Kinds {

    private static final int MAX_TEXT = 500;
    private static final int MAX_REQUIREMENT = 2_000; // what the router reads at most
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");
    private static final Pattern KEYS = Pattern.compile("[0-9*#]{1,12}");

    static final Kind<String> TEXT = new Kind<>("text", Kinds::printable);
    static final Kind<Optional<String>> OPTIONAL_TEXT =
            new Kind<>("text", text -> text.isEmpty() ? Optional.empty() : Optional.of(printable(text)));
    static final Kind<String> REQUIREMENT =
            new Kind<>("requirement", text -> text.isEmpty() ? "" : printable(text, MAX_REQUIREMENT));
    static final Kind<String> NAME_KIND = new Kind<>("name", Kinds::name);
    static final Kind<String> KEY_SEQUENCE = new Kind<>("keys 0–9 * #", Kinds::keySequence);
    static final Kind<Path> PATH = new Kind<>("path", text -> Path.of(printable(text)));
    static final Kind<Secret> SECRET = new Kind<>("secret", text -> new Secret(printable(text))).or(Secret.NONE);
    static final Kind<Boolean> FLAG = new Kind<>("on or off", Kinds::flag);

    private Kinds() {}

    static Kind<Integer> count(int min, int max) {
        return new Kind<>("number " + min + "–" + max, text -> {
            if (!text.matches("-?\\d{1,9}")) {
                throw new Unfit("'" + text + "' is not a whole number", "write a number from " + min + " to " + max);
            }
            int n = Integer.parseInt(text);
            if (n < min || n > max) {
                throw new Unfit(n + " is out of range", "write a number from " + min + " to " + max);
            }
            return n;
        });
    }

    /** A number with or without a fraction. */
    static Kind<Double> decimal(String min, String max) {
        return new Kind<>("number " + min + "–" + max, text -> {
            String hint = "write a number from " + min + " to " + max;
            if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
                throw new Unfit("'" + text + "' is not a number", hint);
            }
            double n = Double.parseDouble(text);
            if (n < Double.parseDouble(min) || n > Double.parseDouble(max)) {
                throw new Unfit(text + " is out of range", hint);
            }
            return n;
        });
    }

    /** Milliseconds within these bounds, both given as text. */
    static Kind<Long> duration(String min, String max) {
        return new Kind<>("duration " + min + "–" + max, text -> {
            long millis = Duration.millis(text);
            if (millis < Duration.millis(min) || millis > Duration.millis(max)) {
                throw new Unfit(text + " is out of range", "write a duration from " + min + " to " + max);
            }
            return millis;
        });
    }

    /** The same, and nothing where the text is empty. */
    static <T> Kind<Optional<T>> optional(Kind<T> kind) {
        return new Kind<>(kind.form(), text -> text.isEmpty() ? Optional.empty() : Optional.of(kind.parse(text)));
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
        List<E> all = Arrays.asList(type.getEnumConstants());
        List<String> words = all.stream().map(Kinds::word).toList();
        return new Kind<>(String.join(", ", words), text -> {
            int i = words.indexOf(text);
            if (i < 0) {
                throw new Unfit("'" + text + "' is not one of " + String.join(", ", words), Spelling.hint(text, words));
            }
            return all.get(i);
        });
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String printable(String text) throws Unfit {
        return printable(text, MAX_TEXT);
    }

    private static String printable(String text, int longest) throws Unfit {
        if (text.isEmpty()) {
            throw new Unfit("must not be empty", "");
        }
        if (text.length() > longest) {
            throw new Unfit("is longer than " + longest + " characters", "");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new Unfit("holds a control character", "");
        }
        return text;
    }

    private static String name(String text) throws Unfit {
        if (!NAME.matcher(text).matches()) {
            throw new Unfit("'" + text + "' is not a name", "use up to 64 letters, digits, dots, hyphens");
        }
        return text;
    }

    private static String keySequence(String text) throws Unfit {
        if (!KEYS.matcher(text).matches()) {
            throw new Unfit("'" + text + "' can't be dialled", "use up to 12 of 0–9, * and #, in quotes: \"*11\"");
        }
        return text;
    }

    private static Boolean flag(String text) throws Unfit {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes" -> true;
            case "off", "false", "no" -> false;
            default -> throw new Unfit("'" + text + "' is neither on nor off", "write on or off");
        };
    }
}
