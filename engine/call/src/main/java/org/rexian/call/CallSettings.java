package org.rexian.call;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the operator decides about calls.
 *
 * @param recordings folder for recordings of talks; empty records nothing
 * @param passDtmf whether key presses go through a bridge to the other side
 * @param systemPrompts folder with the platform's own prompts and its music on hold, one sub-folder a language
 * @param language language of the platform's own prompts, for example {@code zh-CN}
 * @param featureCodes what agents dial to sign in and change state
 * @param noAnswerMarginMillis how long after the router's ring time an agent's INVITE gives up by itself
 * @param talk what can be done in a talk, and what is said at its begin
 * @param directory where talks can be sent
 * @param rights which supervisor may do what
 */
public record CallSettings(
        Optional<Path> recordings,
        boolean passDtmf,
        Path systemPrompts,
        String language,
        FeatureCodes featureCodes,
        long noAnswerMarginMillis,
        TalkSettings talk,
        Directory directory,
        Rights rights) {

    /** One of the platform's own prompts. */
    Path prompt(String name) {
        return prompt(language, name);
    }

    /** The same in a language of a caller's. */
    Path prompt(String inLanguage, String name) {
        return systemPrompts.resolve(inLanguage).resolve(name + ".wav");
    }

    /** What an agent hears while somebody else's phone rings. */
    Path ringback() {
        return systemPrompts.resolve("common").resolve("ringback.wav");
    }

    /** What a caller hears while the agent holds the talk. */
    Path musicOnHold() {
        return systemPrompts.resolve("common").resolve("music-on-hold.wav");
    }
}
