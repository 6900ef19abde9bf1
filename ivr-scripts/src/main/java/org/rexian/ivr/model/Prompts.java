package org.rexian.ivr.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rexian.ivr.FlowAction.Prompt;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.Problems;

/** Finds the recordings of a hotline. */
public final class Prompts {

    private static final String COMMON = "common";
    private static final String SUFFIX = ".wav";
    private static final int MAX_DEPTH = 6;

    private Prompts() {}

    /** Language → name → recording. A language's own goes over the common one. */
    public static Map<String, Map<String, Prompt>> find(Path folder, List<String> languages, Problems problems) {
        Map<String, Map<String, Prompt>> found = new TreeMap<>();
        Map<String, Prompt> common = in(folder, COMMON, problems);
        for (String language : languages) {
            Map<String, Prompt> all = new TreeMap<>(common);
            all.putAll(in(folder, language, problems));
            found.put(language, all);
        }
        return found;
    }

    private static Map<String, Prompt> in(Path folder, String language, Problems problems) {
        Path root = folder.resolve("prompts").resolve(language);
        Map<String, Prompt> prompts = new TreeMap<>();
        if (!Files.isDirectory(root)) {
            return prompts;
        }
        try (Stream<Path> files = Files.walk(root, MAX_DEPTH)) {
            files.filter(file -> file.toString().endsWith(SUFFIX)).forEach(file -> {
                String path = root.relativize(file).toString().replace('\\', '/');
                String name = path.substring(0, path.length() - SUFFIX.length());
                prompts.put(name, new Prompt(name, file));
            });
        } catch (IOException e) {
            problems.error(new At("prompts/" + language, 0, 0), "can't be read: " + e.getMessage());
        }
        return prompts;
    }
}
