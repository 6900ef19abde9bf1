package org.rexian.call;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The begin of a talk, between the agent's answer and the moment in which both hear each other: first a whisper to the agent (which
 * queue, who it is) while the caller still hears what the flow plays; then the agent's number, told to the caller.
 */
final class Opening {

    static final long TO_AGENT = -2;
    static final long TO_CUSTOMER = -3;

    private final CallSettings settings;
    private final OpeningWords words;

    Opening(CallSettings settings, OpeningWords words) {
        this.settings = settings;
        this.words = words;
    }

    /** What the agent hears before the talk; the agent's language is the platform's. */
    List<Path> toAgent(TalkHost host) {
        List<Path> files = new ArrayList<>();
        words.queue().ifPresent(files::add);
        Optional.ofNullable(words.classes().get(host.customerClass())).ifPresent(files::add);
        String number = host.shownNumber();
        files.addAll(
                digits(number.substring(Math.max(0, number.length() - words.customerDigits())), settings.language()));
        return files;
    }

    /** What the caller hears before the talk, in the caller's language. */
    List<Path> toCustomer(TalkHost host, String agent) {
        List<Path> files = new ArrayList<>();
        List<Path> number = digits(agent, host.language());
        if (words.agentNumber() && !number.isEmpty()) {
            files.add(settings.prompt(host.language(), "agent-number-before"));
            files.addAll(number);
            files.add(settings.prompt(host.language(), "agent-number-after"));
        }
        return files;
    }

    private List<Path> digits(String text, String language) {
        return text.chars()
                .filter(digit -> digit >= '0' && digit <= '9')
                .mapToObj(digit -> settings.prompt(language, "digit-" + (char) digit))
                .toList();
    }
}
