package org.rexian.server.journal;

import java.util.Arrays;
import java.util.Optional;
import org.rexian.acd.CommandCodec;

/** What a log's records are. Stands in each segment's header, so that nobody reads one for the other. */
public enum Content {
    COMMANDS(1, "commands", CommandCodec.VERSION),
    CALLS(2, "calls", 1);

    /** In the header; never changes. */
    final int code;

    /** Begins the names of the files. */
    final String word;

    /** The newest layout of payloads that this engine knows. */
    final int version;

    Content(int code, String word, int version) {
        this.code = code;
        this.word = word;
        this.version = version;
    }

    static Optional<Content> of(int code) {
        return Arrays.stream(values()).filter(content -> content.code == code).findFirst();
    }
}
