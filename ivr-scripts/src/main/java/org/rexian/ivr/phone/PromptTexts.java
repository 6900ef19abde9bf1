package org.rexian.ivr.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What is said in the recordings: {@code prompts/prompts.tsv}, lines of language, name and text, separated by tabs. */
public record PromptTexts(Map<String, Map<String, String>> byLanguage) {

    private static final String COMMON = "common";

    /** An absent file has no texts; lines that are no entries are skipped. */
    public static PromptTexts read(Path folder) throws IOException {
        Path file = folder.resolve("prompts").resolve("prompts.tsv");
        Map<String, Map<String, String>> texts = new HashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split("\t", 3);
                if (cells.length == 3 && !line.startsWith("#")) {
                    texts.computeIfAbsent(cells[0], _ -> new HashMap<>()).put(cells[1], cells[2]);
                }
            }
        }
        return new PromptTexts(texts);
    }

    /** Empty if nobody wrote it down. */
    public String text(String language, String name) {
        String common = byLanguage.getOrDefault(COMMON, Map.of()).getOrDefault(name, "");
        return byLanguage.getOrDefault(language, Map.of()).getOrDefault(name, common);
    }
}
