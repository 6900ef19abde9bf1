package org.rexian.server.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rexian.call.OpeningWords;

/** The list {@code calls.talk.openings}: what is said at the begin of a queue's talks. */
final class OpeningTable {

    static final Key<String> QUEUE = Key.required("queue", Kinds.NAME_KIND, "service", "Whose talks.");
    static final Key<Optional<String>> WHISPER = Key.of(
            "whisper", Kinds.OPTIONAL_TEXT, "", "WAV file with the queue's name, for the agent's ear; empty for none.");
    static final Key<Integer> CUSTOMER_DIGITS = Key.of(
            "customer-digits", Kinds.count(0, 20), "0", "How many of the caller's last digits the agent is told.");
    static final Key<Path> CLASSES =
            Key.map("classes", Kinds.PATH, "Class of customer to the WAV file that the agent hears for it.");
    static final Key<Boolean> AGENT_NUMBER =
            Key.of("agent-number", Kinds.FLAG, "off", "Whether the caller is told the agent's number (工号播报).");

    static final Table TABLE = Table.listOf(
            "openings",
            "What is said after the agent's answer and before the two hear each other.",
            List.of(QUEUE, WHISPER, CUSTOMER_DIGITS, CLASSES, AGENT_NUMBER));

    private OpeningTable() {}

    static Map<String, OpeningWords> readAll(List<Section> openings, List<String> queues) {
        Map<String, OpeningWords> words = new LinkedHashMap<>();
        for (Section opening : openings) {
            String queue = opening.get(QUEUE);
            if (opening.has(QUEUE) && !queues.contains(queue)) {
                opening.problem(QUEUE, "queue: there is no queue '" + queue + "'", Spelling.hint(queue, queues));
            }
            Map<String, Path> classes = new LinkedHashMap<>();
            opening.map(CLASSES).forEach((name, file) -> classes.put(name, opening.resolve(file)));
            OpeningWords said = new OpeningWords(
                    opening.get(WHISPER).map(file -> opening.resolve(Path.of(file))),
                    opening.get(CUSTOMER_DIGITS),
                    classes,
                    opening.get(AGENT_NUMBER));
            if (words.put(queue, said) != null) {
                opening.problem(QUEUE, "queue: '" + queue + "' has words already", "keep one of them");
            }
        }
        return words;
    }
}
