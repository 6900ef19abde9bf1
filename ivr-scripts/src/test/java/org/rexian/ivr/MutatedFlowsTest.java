package org.rexian.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an editor does to a flow: the check refuses it, or calls through it come to an end. Nothing throws. */
class MutatedFlowsTest {

    private static final long SEED = Long.getLong("rexian.seed", 20_260_105);
    private static final int MUTANTS = 400;
    private static final int MAX_INPUTS = 3_000;
    private static final String[] SPLINTERS = {
        "\"",
        "{",
        "}",
        "[",
        "]",
        ": ",
        "- ",
        "\n",
        "  ",
        "#",
        "&a ",
        "*a",
        "!x ",
        "'",
        "0",
        "99999999999999999999",
        "return",
        "repeat",
        "true",
        "null",
        "\t",
        "\u0000",
        "幺",
        "😀",
        "${x}",
        "welcome",
        "agent",
        "then",
        "??",
        "1 / 0"
    };

    @TempDir
    Path folder;

    @Test
    void areRefusedOrComeToAnEnd() throws IOException {
        TestHotline.workedExample(folder);
        Map<String, String> files = TestHotline.filesOf(Path.of("../docs/flows/language.md"));
        List<String> names = List.copyOf(files.keySet());
        Random random = new Random(SEED);
        int accepted = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String name = names.get(random.nextInt(names.size()));
            String mutant = mutate(files.getOrDefault(name, ""), random);
            Files.writeString(folder.resolve(name), mutant);
            FlowLibrary.Loaded loaded = FlowLibrary.load(folder);
            String story = "seed " + SEED + ", mutant " + i + " of " + name + ":\n" + mutant;
            assertThat(loaded.library().isPresent())
                    .as(story)
                    .isEqualTo(loaded.problems().stream().noneMatch(FlowProblem::isError));
            if (loaded.library().isPresent()) {
                accepted++;
                for (int call = 0; call < 3; call++) {
                    assertThat(callEnds(loaded.library().get(), random))
                            .as(story)
                            .isTrue();
                }
            }
            Files.writeString(folder.resolve(name), files.getOrDefault(name, ""));
        }
        // Both ways out must be taken, or the test tests nothing.
        assertThat(accepted).isBetween(MUTANTS / 20, MUTANTS * 19 / 20);
    }

    private static String mutate(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(mutant.length());
            int end = Math.min(mutant.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> mutant.delete(at, end);
                case 1 -> mutant.insert(at, SPLINTERS[random.nextInt(SPLINTERS.length)]);
                case 2 -> mutant.insert(random.nextInt(mutant.length()), mutant.substring(at, end));
                case 3 -> swapWords(mutant, random);
                default -> mutant.setCharAt(at, mutant.charAt(random.nextInt(mutant.length())));
            }
        }
        return mutant.toString();
    }

    /** The likeliest to give another valid flow. */
    private static void swapWords(StringBuilder text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.toString().split("(?<=\\W)|(?=\\W)")));
        int a = random.nextInt(words.size());
        int b = random.nextInt(words.size());
        words.set(a, words.get(b));
        text.setLength(0);
        words.forEach(text::append);
    }

    /** A caller who does anything for a while, and then nothing: the flow must end the call. */
    private static boolean callEnds(FlowLibrary library, Random random) {
        var entry = library.numbers().entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .orElseThrow();
        long now = 1_767_578_400_000L;
        FlowRun run = library.start(
                entry.getValue().flow(),
                new CallContext(entry.getKey(), "", "1", Map.of("tier", random.nextBoolean() ? "gold" : "x")),
                now);
        FlowInput input = new FlowInput.Started();
        for (int i = 0; i < MAX_INPUTS && !run.finished(); i++) {
            List<FlowAction> actions = run.on(input, now);
            now = input instanceof FlowInput.Tick ? now : now + random.nextInt(500);
            input = next(run, actions, random, i < 40);
            if (input instanceof FlowInput.Tick) {
                now = Math.max(now, run.deadline() == Long.MAX_VALUE ? now : run.deadline());
            }
        }
        return run.finished();
    }

    private static FlowInput next(FlowRun run, List<FlowAction> actions, Random random, boolean active) {
        if (active && random.nextInt(3) == 0) {
            return new FlowInput.Digit("0123456789*#".charAt(random.nextInt(12)));
        }
        if (run.state.sounding && run.state.phase != Phase.WAITING) {
            return new FlowInput.PlaybackFinished(run.state.playback);
        }
        for (FlowAction action : actions) {
            if (action instanceof FlowAction.Enqueue && !active) {
                return new FlowInput.QueueLeft(FlowInput.QueueLeft.Exit.CLOSED);
            }
        }
        boolean idle = run.deadline() == Long.MAX_VALUE || random.nextInt(4) == 0;
        return idle ? new FlowInput.QueueLeft(FlowInput.QueueLeft.Exit.FULL) : new FlowInput.Tick();
    }
}
