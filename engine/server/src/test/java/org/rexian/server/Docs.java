package org.rexian.server;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds pages of {@code docs/} from wherever the tests run; write them anew with {@code -Drexian.docs.write=true}. */
public final class Docs {

    private Docs() {}

    public static Path page(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs/reference"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "no docs folder above " + Path.of("").toAbsolutePath());
            }
            folder = parent;
        }
        return folder.resolve("docs").resolve(name);
    }
}
