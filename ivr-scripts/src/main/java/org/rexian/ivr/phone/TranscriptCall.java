package org.rexian.ivr.phone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rexian.ivr.FlowAction;
import org.rexian.ivr.FlowInput;
import org.rexian.ivr.FlowInput.QueueLeft;
import org.rexian.ivr.FlowLibrary;
import org.rexian.ivr.parse.Duration;

/** One call of a transcript, line by line. */
final class TranscriptCall {

    /** A call, or why there is none. */
    record Begun(Optional<TranscriptCall> call, Optional<String> failure) {}

    private static final String SKIP = "...";

    private final SimulatedCall call;
    /** Where the flow's actions since the last thing that the caller did begin; checks go on from there. */
    private int seen;

    private int seenPrompts;

    private TranscriptCall(SimulatedCall call) {
        this.call = call;
    }

    /** {@code call NUMBER [from CALLER] [at TIME] [language LANGUAGE] [with NAME=VALUE …]}. */
    static Begun begin(String line, FlowLibrary library) {
        List<String> words = new ArrayList<>(List.of(line.split("\\s+")));
        String number = words.get(1);
        String caller = "";
        String time = CallStart.DEFAULT_TIME;
        Optional<String> language = Optional.empty();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 2; i + 1 < words.size(); i += 2) {
            String value = words.get(i + 1);
            switch (words.get(i)) {
                case "from" -> caller = value;
                case "at" -> time = value;
                case "language" -> language = Optional.of(value);
                case "with" -> {
                    String[] pair = value.split("=", 2);
                    attributes.put(pair[0], pair.length > 1 ? pair[1] : "");
                }
                default -> {
                    return new Begun(Optional.empty(), Optional.of("unknown word " + words.get(i)));
                }
            }
        }
        Optional<Long> at = CallStart.time(time, library.zone());
        if (at.isEmpty()) {
            return new Begun(Optional.empty(), Optional.of(time + " is no time; 2026-01-05T10:00 is one"));
        }
        Optional<SimulatedCall> begun = new CallStart(number, caller, language, at.get(), attributes).begin(library);
        if (begun.isEmpty()) {
            return new Begun(Optional.empty(), Optional.of("no such number or language"));
        }
        return new Begun(begun.map(TranscriptCall::new), Optional.empty());
    }

    /** Carries out or checks one line; what is wrong with it, or nothing. */
    Optional<String> line(String line) {
        String[] words = line.split("\\s+");
        if (words[0].equals("during")) {
            return during(words);
        }
        begin();
        return switch (words[0]) {
            case "hears" -> hears(words);
            case "enters" -> enters(words);
            case "leaves-queue" ->
                next(FlowAction.LeaveQueue.class).isPresent() ? Optional.empty() : unlike("the queue is left");
            case "asks-for-callback" ->
                next(FlowAction.RequestCallback.class).isPresent()
                        ? Optional.empty()
                        : unlike("a callback is asked for");
            case "ends" -> ends(words);
            case "trouble" -> trouble(words);
            case "step" -> is("step", call.run().step(), words);
            case "language" -> is("language", call.run().language(), words);
            case "variable" -> variable(words);
            default -> act(words);
        };
    }

    /** The flow starts at the first line that is not {@code during}. */
    private void begin() {
        if (call.happened().isEmpty()) {
            call.input(new FlowInput.Started());
        }
    }

    private Optional<String> during(String[] words) {
        if (words.length != 4 || !words[2].equals("presses") || words[3].length() != 1) {
            return Optional.of("during PROMPT presses KEY");
        }
        call.interrupt(words[1], words[3].charAt(0));
        return Optional.empty();
    }

    private Optional<String> act(String[] words) {
        if (call.run().finished()) {
            return Optional.of("the call has ended");
        }
        seen = call.happened().size();
        seenPrompts = heard().size();
        String value = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "presses" ->
                Stream.of(words)
                        .skip(1)
                        .flatMapToInt(String::chars)
                        .forEach(key -> call.input(new FlowInput.Digit((char) key)));
            case "waits" -> {
                Optional<Long> time = Duration.millis(value);
                if (time.isEmpty()) {
                    return Optional.of(value + " is no duration");
                }
                call.pass(time.get());
            }
            case "agent" -> call.input(new FlowInput.Connected(value));
            case "callback-promised" -> call.input(new FlowInput.CallbackAccepted());
            case "waits-again" -> call.input(new FlowInput.WaitsAgain());
            case "talk-ends" -> call.input(new FlowInput.TalkEnded());
            case "hangs-up" -> call.input(new FlowInput.CallerHungUp());
            case "position" -> {
                if (!value.matches("[0-9]{1,6}")) {
                    return Optional.of("position N [DURATION]");
                }
                long wait = words.length > 2 ? Duration.millis(words[2]).orElse(-1L) : -1L;
                call.input(new FlowInput.QueuePosition(Integer.parseInt(value), wait));
            }
            case "queue" -> {
                return queueLeft(value);
            }
            default -> {
                return Optional.of("unknown line: " + String.join(" ", words));
            }
        }
        return Optional.empty();
    }

    private Optional<String> queueLeft(String exit) {
        for (QueueLeft.Exit each : QueueLeft.Exit.values()) {
            if (each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(exit)) {
                call.input(new QueueLeft(each));
                return Optional.empty();
            }
        }
        return Optional.of("queue full, max-wait, no-agents, closed or failed");
    }

    /** The next recordings are these; {@code ...} passes over any. */
    private Optional<String> hears(String[] words) {
        List<String> all = heard();
        List<String> heard = all.subList(seenPrompts, all.size());
        int at = 0;
        boolean skipping = false;
        for (String wanted : List.of(words).subList(1, words.length)) {
            if (wanted.equals(SKIP)) {
                skipping = true;
                continue;
            }
            int found = heard.subList(at, heard.size()).indexOf(wanted);
            if (found < 0 || (found > 0 && !skipping)) {
                return Optional.of("expected to hear " + wanted + ", but heard "
                        + (at == heard.size() ? "nothing more" : String.join(" ", heard.subList(at, heard.size()))));
            }
            at += found + 1;
            skipping = false;
        }
        seenPrompts += at;
        return Optional.empty();
    }

    /** Every recording since the call began. */
    private List<String> heard() {
        return call.happened().stream()
                .flatMap(action -> action instanceof FlowAction.Play play ? play.prompts().stream() : Stream.empty())
                .map(FlowAction.Prompt::name)
                .toList();
    }

    /** {@code enters QUEUE [words of the queueing …]}. */
    private Optional<String> enters(String[] words) {
        Optional<FlowAction.Enqueue> found = next(FlowAction.Enqueue.class);
        String rest = String.join(" ", List.of(words).subList(Math.min(2, words.length), words.length));
        boolean same = found.isPresent()
                && words.length > 1
                && found.get().queue().equals(words[1])
                && Described.enqueue(found.get()).replace(",", "").contains(rest.replace(",", ""));
        return same
                ? Optional.empty()
                : unlike("queue " + rest
                        + found.map(Described::enqueue)
                                .map(text -> " (" + text + ")")
                                .orElse(""));
    }

    private Optional<String> ends(String[] words) {
        Optional<FlowAction.End> found = next(FlowAction.End.class);
        boolean same = found.isPresent()
                && (words.length < 2 || found.get().outcome().equals(words[1]))
                && (words.length < 3 || found.get().cause().equals(words[2]));
        return same
                ? Optional.empty()
                : Optional.of("expected the end, but "
                        + found.map(end -> "it ended with " + end.outcome() + " " + end.cause())
                                .orElse("the call is in step " + call.run().step()));
    }

    /** {@code trouble [WORDS …]}: something could not be computed, and these words tell what. */
    private Optional<String> trouble(String[] words) {
        String wanted = String.join(" ", List.of(words).subList(1, words.length));
        Optional<FlowAction.Trouble> found = next(FlowAction.Trouble.class);
        return found.isPresent() && found.get().message().contains(wanted)
                ? Optional.empty()
                : unlike("trouble "
                        + wanted
                        + found.map(trouble -> " (" + trouble.message() + ")").orElse(""));
    }

    private static Optional<String> is(String what, String found, String[] words) {
        return words.length == 2 && words[1].equals(found)
                ? Optional.empty()
                : Optional.of("the " + what + " is " + found);
    }

    /** {@code variable NAME is VALUE}. */
    private Optional<String> variable(String[] words) {
        if (words.length < 3 || !words[2].equals("is")) {
            return Optional.of("variable NAME is VALUE");
        }
        String value = String.join(" ", List.of(words).subList(3, words.length));
        String found = call.run().variables().getOrDefault(words[1], "(unknown)");
        return found.equals(value) ? Optional.empty() : Optional.of(words[1] + " is " + found);
    }

    private <T extends FlowAction> Optional<T> next(Class<T> kind) {
        for (int i = seen; i < call.happened().size(); i++) {
            if (kind.isInstance(call.happened().get(i))) {
                seen = i + 1;
                return Optional.of(kind.cast(call.happened().get(i)));
            }
        }
        return Optional.empty();
    }

    private Optional<String> unlike(String wanted) {
        return Optional.of("expected: " + wanted + ", but the call is in step "
                + call.run().step());
    }
}
