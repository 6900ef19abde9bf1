package org.rexian.media;

import java.nio.file.Path;

/** A prompt that can't be played: which file, what is wrong with it and what to do. */
public record PromptProblem(Path file, String problem) {

    @Override
    public String toString() {
        return file + " " + problem;
    }
}
