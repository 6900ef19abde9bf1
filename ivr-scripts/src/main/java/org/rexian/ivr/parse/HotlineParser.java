package org.rexian.ivr.parse;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rexian.ivr.model.Hotline;
import org.rexian.ivr.yaml.DidYouMean;
import org.rexian.ivr.yaml.Problems;
import org.rexian.ivr.yaml.YamlNode;
import org.rexian.ivr.yaml.YamlNode.Entry;
import org.rexian.ivr.yaml.YamlNode.Text;

/** Reads {@code hotline.yaml}. */
public final class HotlineParser {

    private final Problems problems;

    public HotlineParser(Problems problems) {
        this.problems = problems;
    }

    /** The hotline as far as it can be read; empty if there is nothing to go on with. */
    public Optional<Hotline> parse(YamlNode root) {
        return Fields.of(Grammar.HOTLINE, root, problems).map(this::hotline);
    }

    private Hotline hotline(Fields fields) {
        fields.requiredText("version", "version: 1")
                .filter(version -> !version.value().equals("1"))
                .ifPresent(version ->
                        problems.error(version.at(), "version " + version.value() + " is not known", "version: 1"));
        List<String> languages = languages(fields);
        Map<String, String> attributes = attributes(fields);
        return new Hotline(
                fields.requiredText("name", "a name for the hotline")
                        .map(Text::value)
                        .orElse(""),
                languages,
                zone(fields),
                attributes,
                numbers(fields, languages, attributes),
                names(fields, "queues"),
                names(fields, "skills"));
    }

    private List<String> languages(Fields fields) {
        fields.required("languages", "languages: [zh-CN, en]");
        List<String> found = fields.texts("languages").stream()
                .filter(text -> {
                    boolean good = text.value().matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
                    if (!good) {
                        problems.error(text.at(), text.value() + " is no language", "for example zh-CN or en");
                    }
                    return good;
                })
                .map(Text::value)
                .distinct()
                .toList();
        if (found.isEmpty() && fields.has("languages")) {
            problems.error(fields.at(), "a hotline needs a language", "languages: [zh-CN, en]");
        }
        return found.isEmpty() ? List.of("und") : found;
    }

    private ZoneId zone(Fields fields) {
        return fields.text("zone")
                .flatMap(text -> {
                    try {
                        return Optional.of(ZoneId.of(text.value()));
                    } catch (DateTimeException e) {
                        problems.error(text.at(), text.value() + " is no time zone", "for example Asia/Shanghai");
                        return Optional.empty();
                    }
                })
                .orElse(ZoneId.of("UTC"));
    }

    private Map<String, String> attributes(Fields fields) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Entry entry : fields.entries("attributes")) {
            boolean taken = List.of("dialled", "caller", "id", "language")
                    .contains(entry.key().value());
            if (taken) {
                problems.error(entry.key().at(), "call." + entry.key().value() + " is there already", "another name");
                continue;
            }
            Names.variable("an attribute", entry.key(), problems)
                    .ifPresent(name -> attributes.put(name, scalar(entry.value())));
        }
        return attributes;
    }

    private String scalar(YamlNode node) {
        if (node instanceof Text text) {
            return text.value();
        }
        problems.error(node.at(), "an attribute is a text");
        return "";
    }

    private Map<String, Hotline.Dialled> numbers(
            Fields fields, List<String> languages, Map<String, String> attributes) {
        fields.required("numbers", "numbers: {\"10060\": {flow: main}}");
        Map<String, Hotline.Dialled> numbers = new LinkedHashMap<>();
        for (Entry entry : fields.entries("numbers")) {
            String dialled = entry.key().value();
            if (!dialled.matches("\\+?[0-9]{1,32}|\\*")) {
                problems.error(
                        entry.key().at(),
                        dialled + " is no telephone number",
                        "digits, perhaps after +; \"*\" is every other number");
                continue;
            }
            Fields.of(Grammar.DIALLED, entry.value(), problems)
                    .flatMap(number -> number(number, languages, attributes))
                    .ifPresent(number -> numbers.put(dialled, number));
        }
        return numbers;
    }

    private Optional<Hotline.Dialled> number(Fields fields, List<String> languages, Map<String, String> attributes) {
        String language = fields.text("language")
                .filter(text -> isLanguage(text, languages))
                .map(Text::value)
                .orElse(languages.getFirst());
        Map<String, String> values = new LinkedHashMap<>();
        for (Entry entry : fields.entries("attributes")) {
            String name = entry.key().value();
            if (!attributes.containsKey(name)) {
                problems.error(
                        entry.key().at(),
                        "unknown attribute " + name,
                        DidYouMean.closest(name, attributes.keySet().stream())
                                .map(near -> "did you mean " + near + "?")
                                .orElse("declare it under attributes, with a default"));
            }
            values.put(name, scalar(entry.value()));
        }
        return fields.requiredText("flow", "the flow that takes the call")
                .map(flow -> new Hotline.Dialled(flow.value(), flow.at(), language, values));
    }

    private boolean isLanguage(Text text, List<String> languages) {
        if (!languages.contains(text.value())) {
            problems.error(
                    text.at(),
                    "unknown language " + text.value(),
                    "the hotline speaks " + String.join(", ", languages));
        }
        return languages.contains(text.value());
    }

    private List<String> names(Fields fields, String field) {
        return fields.texts(field).stream()
                .filter(text -> {
                    boolean good = text.value().matches("[\\p{L}0-9_][\\p{L}\\p{M}0-9_.-]{0,63}");
                    if (!good) {
                        problems.error(text.at(), text.value() + " is no name", "letters, digits, - and .");
                    }
                    return good;
                })
                .map(Text::value)
                .distinct()
                .toList();
    }
}
