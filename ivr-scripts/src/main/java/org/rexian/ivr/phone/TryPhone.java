package org.rexian.ivr.phone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.rexian.ivr.FlowAction;
import org.rexian.ivr.FlowInput;
import org.rexian.ivr.FlowInput.QueueLeft;
import org.rexian.ivr.FlowLibrary;
import org.rexian.ivr.parse.Duration;

/** A phone in the terminal: shows what a caller would hear, takes keys, lets the time run. Reads lines until the call ends. */
public final class TryPhone {

    private static final String HELP = """
        0-9 * #        press keys, several in a row too
        +30s           let the time run: 500ms, 30s, 5m, 2h
        vars           the variables of the flow
        agent [NAME]   an agent answers the waiting call
        talk-ends      the agent hangs up
        position N [DURATION]   the place in the queue, and the expected wait
        full, max-wait, no-agents, closed, failed   the queue lets the call go; busy means full
        hangup         hang up
        """;

    private final FlowLibrary library;
    private final PromptTexts texts;
    private final BufferedReader in;
    private final Appendable out;
    private int shown;

    public TryPhone(FlowLibrary library, PromptTexts texts, Reader in, Appendable out) {
        this.library = library;
        this.texts = texts;
        this.in = new BufferedReader(in);
        this.out = out;
    }

    /** Makes the call. False if it can't be made, with the reason printed. */
    public boolean run(CallStart start) throws IOException {
        Optional<SimulatedCall> begun = start.begin(library);
        if (begun.isEmpty()) {
            line("no such number or language; numbers: "
                    + String.join(
                            ", ", library.numbers().keySet().stream().sorted().toList())
                    + "; languages: " + String.join(", ", library.languages()));
            return false;
        }
        SimulatedCall call = begun.get();
        call.input(new FlowInput.Started());
        show(call);
        while (!call.run().finished()) {
            String command = in.readLine();
            if (command == null) {
                call.input(new FlowInput.CallerHungUp());
            } else {
                obey(command.strip(), call);
            }
            show(call);
        }
        return true;
    }

    private void obey(String command, SimulatedCall call) throws IOException {
        String[] words = command.split("\\s+");
        switch (words[0]) {
            case "" -> {}
            case "vars" -> vars(call);
            case "help", "?" -> out.append(HELP);
            case "agent" -> call.input(new FlowInput.Connected(words.length > 1 ? words[1] : "1001"));
            case "callback-promised" -> call.input(new FlowInput.CallbackAccepted());
            case "talk-ends" -> call.input(new FlowInput.TalkEnded());
            case "position" -> position(words, call);
            case "full", "busy" -> call.input(new QueueLeft(QueueLeft.Exit.FULL));
            case "max-wait" -> call.input(new QueueLeft(QueueLeft.Exit.MAX_WAIT));
            case "no-agents" -> call.input(new QueueLeft(QueueLeft.Exit.NO_AGENTS));
            case "closed" -> call.input(new QueueLeft(QueueLeft.Exit.CLOSED));
            case "failed" -> call.input(new QueueLeft(QueueLeft.Exit.FAILED));
            case "hangup" -> call.input(new FlowInput.CallerHungUp());
            default -> keysOrTime(command, call);
        }
    }

    private void keysOrTime(String command, SimulatedCall call) throws IOException {
        Optional<Long> time = command.startsWith("+") ? Duration.millis(command.substring(1)) : Optional.empty();
        if (time.isPresent()) {
            call.pass(time.get());
        } else if (command.matches("[0-9*#A-D]{1,64}")) {
            command.chars().forEach(key -> call.input(new FlowInput.Digit((char) key)));
        } else {
            line("? " + command + " (help lists what there is)");
        }
    }

    private static void position(String[] words, SimulatedCall call) {
        int position = words.length > 1 && words[1].matches("[0-9]{1,6}") ? Integer.parseInt(words[1]) : 1;
        long wait = words.length > 2 ? Duration.millis(words[2]).orElse(-1L) : -1L;
        call.input(new FlowInput.QueuePosition(position, wait));
    }

    private void vars(SimulatedCall call) throws IOException {
        for (var variable : call.run().variables().entrySet()) {
            line("  " + variable.getKey() + " = " + variable.getValue());
        }
    }

    private void show(SimulatedCall call) throws IOException {
        for (FlowAction action : call.happened().subList(shown, call.happened().size())) {
            show(action, call.run().language());
        }
        shown = call.happened().size();
    }

    private void show(FlowAction action, String language) throws IOException {
        switch (action) {
            case FlowAction.Entered at -> line("[" + at.flow() + "/" + at.step() + "]");
            case FlowAction.Play play -> {
                for (FlowAction.Prompt prompt : play.prompts()) {
                    String text = texts.text(languageOf(prompt, language), prompt.name());
                    line((play.loop() ? "  ~ " : "  > ") + prompt.name() + (text.isEmpty() ? "" : ": " + text));
                }
            }
            case FlowAction.StopPlayback _ -> {}
            case FlowAction.Enqueue queued -> line("  waits in " + Described.enqueue(queued));
            case FlowAction.Trouble trouble -> line("  ! " + trouble.message());
            case FlowAction.RequestCallback() -> line("  asks to be called back");
            case FlowAction.LeaveQueue left -> line("  leaves the queue: " + left.reason());
            case FlowAction.End end -> line("  ends: " + end.cause() + ", " + end.outcome());
        }
    }

    /** A recording lies in the folder of its language; one input may pass through two. */
    private String languageOf(FlowAction.Prompt prompt, String otherwise) {
        for (String language : library.languages()) {
            if (prompt.file().toString().replace('\\', '/').contains("/prompts/" + language + "/")) {
                return language;
            }
        }
        return otherwise;
    }

    private void line(String text) throws IOException {
        out.append(text).append('\n');
    }
}
