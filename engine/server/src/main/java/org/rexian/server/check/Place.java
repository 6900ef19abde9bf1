package org.rexian.server.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rexian.server.config.Problem;

/** Where a word stands in a file that somebody else has read and found sound: for problems that only show from outside. */
record Place(Path file, int line, int column) {

    /** The first {@code word} behind {@code key:}; where it can't be found, the beginning of the file. */
    static Place of(Path file, String key, String word) {
        Pattern whole = whole(word);
        List<String> lines = read(file);
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            inside |= line.stripLeading().startsWith(key + ":");
            Matcher found = whole.matcher(line);
            if (inside && found.find()) {
                return new Place(file, i + 1, found.start() + 1);
            }
        }
        return new Place(file, 1, 1);
    }

    /** Whether the word stands anywhere in the YAML files below a folder. */
    static boolean mentions(Path folder, String word) {
        Pattern whole = whole(word);
        try (Stream<Path> files = Files.walk(folder, 4)) {
            return files.filter(each -> each.toString().endsWith(".yaml"))
                    .anyMatch(each -> read(each).stream()
                            .anyMatch(line -> whole.matcher(line).find()));
        } catch (IOException e) {
            return false;
        }
    }

    private static Pattern whole(String word) {
        return Pattern.compile("(?<![\\w.-])" + Pattern.quote(word) + "(?![\\w.-])");
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    Problem problem(String what, String hint) {
        return new Problem(file.toString(), line, column, what, hint);
    }
}
