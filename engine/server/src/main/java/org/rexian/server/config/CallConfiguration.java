package org.rexian.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What happens around talks.
 *
 * @param recordings folder for recordings of talks, empty where nothing is recorded
 * @param talk what agents can do in talks
 * @param prompts folder with the platform's own prompts, empty for those that ship
 */
public record CallConfiguration(
        Optional<Path> recordings,
        boolean passDtmf,
        Optional<Path> prompts,
        String language,
        long drainMillis,
        TalkConfiguration talk) {

    static final Key<Boolean> RECORD = Key.of("record", Kinds.FLAG, "off", "Whether talks are recorded, in stereo.");
    static final Key<Path> RECORDINGS = Key.of(
            "recordings", Kinds.PATH, "recordings", "Folder for them; a relative path starts from the `data` folder.");
    static final Key<Boolean> PASS_DTMF =
            Key.of("pass-dtmf", Kinds.FLAG, "on", "Whether key presses go through to the other side of a talk.");
    static final Key<Optional<String>> PROMPTS = Key.of(
            "prompts", Kinds.OPTIONAL_TEXT, "", "Folder with the platform's own prompts; empty for those that ship.");
    static final Key<String> LANGUAGE =
            Key.of("language", Kinds.TEXT, "zh-CN", "Language of the platform's own prompts.");
    static final Key<Long> DRAIN = Key.of(
            "drain",
            Kinds.duration("0", "1h"),
            "5s",
            "At a stop, how long calls in progress may go on before they are ended.");

    static final Table TABLE = Table.one(
            "calls",
            "What happens around talks.",
            List.of(RECORD, RECORDINGS, PASS_DTMF, PROMPTS, LANGUAGE, DRAIN),
            TalkConfiguration.TABLE);

    static CallConfiguration read(Section calls, Path data, SipConfiguration sip, AcdSetup acd) {
        Path folder = data.resolve(calls.get(RECORDINGS)).normalize();
        return new CallConfiguration(
                calls.get(RECORD) ? Optional.of(folder) : Optional.empty(),
                calls.get(PASS_DTMF),
                calls.get(PROMPTS).map(text -> calls.resolve(Path.of(text))),
                calls.get(LANGUAGE),
                calls.get(DRAIN),
                TalkConfiguration.read(calls.section(TalkConfiguration.TABLE), sip, acd));
    }
}
