package org.rexian.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rexian.ivr.FlowInput.QueueLeft.Exit;
import org.rexian.ivr.say.SayKind;

/** A run whose state was taken at any point and restored goes on as the original. Inputs are random, by seed. */
class FlowRunStateTest {

    private static final long MONDAY_MORNING = 1_770_600_000_000L;
    private static final int RUNS = 150;
    private static final int INPUTS = 60;

    /** Values of every type, a called flow that waits, an expression that fails, a queue with keys. */
    private static final Map<String, String> FILES =
            Map.of("flows/main.yaml", """
            flow: main
            variables: {tries: 0, share: 0.5, fine: true, code: ""}
            steps:
              menu:
                menu:
                  say: [words, {digits: code}]
                  keys: {1: count, 2: ask, 3: broken, 4: wait, 5: english, 6: talk}
                  no-input: {times: 3, then: bye}
                  no-match: {times: 3, say: words, then: bye}
              count: {set: {tries: tries + 1, share: share / 3.0, fine: "!fine"}, then: talk}
              broken: {set: {tries: tries / (tries - tries)}, then: menu}
              ask: {flow: {name: ask, arguments: {seed: tries}, results: {code: code}}, then: menu}
              english: {language: en, then: menu}
              talk: {say: words, then: ask}
              wait:
                queue:
                  name: sales
                  say: words
                  while-waiting: {music: music, announce: {say: words, every: 5s}, keys: {1: menu}}
                  otherwise: bye
                  after-talk: menu
              bye: {end: {say: words}}
            """, "flows/ask.yaml", """
            flow: ask
            variables: {seed: 0, code: ""}
            arguments: [seed]
            results: [code]
            steps:
              digits:
                collect:
                  say: words
                  into: code
                  digits: 2-4
                  end-key: "#"
                  confirm: {say: words}
                  no-input: {then: return}
                  no-match: {then: return}
                then: return
            """, "hotline.yaml", """
            version: 1
            name: test
            languages: [zh-CN, en]
            zone: Asia/Shanghai
            attributes: {tier: plain}
            numbers: {"10060": {flow: main}}
            queues: [sales]
            """);

    @TempDir
    private Path folder;

    private final Set<Phase> restoredIn = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ofTheWorkedExample(long seed) throws IOException {
        TestHotline.workedExample(folder);
        goOnAsTheOriginal(TestHotline.library(folder), seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void ofAFlowWithValuesOfAllTypesAndCallsThatWait(long seed) throws IOException {
        goOnAsTheOriginal(ownFlows(), seed);
        Set<Phase> all = new HashSet<>(List.of(Phase.values()));
        all.remove(Phase.NEW);
        all.remove(Phase.FINISHED);
        assertThat(restoredIn).containsAll(all);
    }

    private FlowLibrary ownFlows() throws IOException {
        TestHotline.write(folder, FILES);
        TestHotline.record(folder, "words");
        TestHotline.record(folder.resolve("prompts/common/music.wav"));
        TestHotline.recordValues(folder, SayKind.DIGITS);
        return TestHotline.library(folder);
    }

    private void goOnAsTheOriginal(FlowLibrary library, long seed) {
        Random random = new Random(seed);
        for (int call = 0; call < RUNS; call++) {
            long now = MONDAY_MORNING + random.nextInt(86_400_000);
            CallContext context = new CallContext("10060", "13800138000", "call-" + call, Map.of("tier", "gold"));
            FlowRun original = library.start("main", context, now);
            FlowRun restored = library.restore(original.state()).orElseThrow();
            FlowInput input = new FlowInput.Started();
            for (int i = 0; i < INPUTS && !original.finished(); i++) {
                String where = "seed " + seed + ", call " + call + ", input " + i + " " + input;
                assertThat(restored.on(input, now)).as(where).isEqualTo(original.on(input, now));
                assertThat(restored.state()).as(where).isEqualTo(original.state());
                assertThat(restored.deadline()).as(where).isEqualTo(original.deadline());
                assertThat(restored.playing()).as(where).isEqualTo(original.playing());
                if (random.nextInt(3) == 0) {
                    assertPlain(original.state());
                    restoredIn.add(original.state().phase());
                    restored = library.restore(original.state()).orElseThrow();
                }
                input = next(random, original);
                now += random.nextInt(8_000);
                now = input instanceof FlowInput.Tick && original.deadline() < Long.MAX_VALUE
                        ? Math.max(now, original.deadline())
                        : now;
            }
        }
    }

    /** Mostly what fits: the end of what plays, the tick that is due, a key. */
    private static FlowInput next(Random random, FlowRun run) {
        FlowInput timely = run.playing().isPresent() && !run.playing().get().loop()
                ? new FlowInput.PlaybackFinished(run.playing().get().playback())
                : run.deadline() < Long.MAX_VALUE ? new FlowInput.Tick() : new FlowInput.TalkEnded();
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4, 5 -> new FlowInput.Digit("0123456123456*#".charAt(random.nextInt(15)));
            case 6 -> new FlowInput.QueuePosition(random.nextInt(30), random.nextInt(900_000));
            case 7 ->
                random.nextInt(4) == 0
                        ? new FlowInput.QueueLeft(List.of(Exit.values()).get(random.nextInt(4)))
                        : timely;
            case 8 -> new FlowInput.Connected("ann");
            case 9 -> random.nextInt(8) == 0 ? new FlowInput.CallerHungUp() : timely;
            default -> timely;
        };
    }

    @Test
    void anotherVersionOrAnUnknownStepIsNotGoneOnWith() throws IOException {
        FlowLibrary library = ownFlows();
        FlowRun run = library.start("main", new CallContext("10060", "", "c", Map.of()), MONDAY_MORNING);
        run.on(new FlowInput.Started(), MONDAY_MORNING);
        FlowRunState state = run.state();
        assertThat(library.restore(state)).isPresent();
        assertThat(library.restore(inStep(state, "nowhere"))).isEmpty();
        Path main = folder.resolve("flows/main.yaml");
        Files.writeString(main, Files.readString(main).replace("tries: 0", "tries: 1"));
        assertThat(TestHotline.library(folder).restore(state)).isEmpty();
    }

    private static FlowRunState inStep(FlowRunState state, String step) {
        return new FlowRunState(
                state.hotline(),
                state.version(),
                state.ofCall(),
                state.frames(),
                step,
                state.phase(),
                state.now(),
                state.deadline(),
                state.playback(),
                state.playing(),
                state.typedAhead(),
                state.entry(),
                state.silences(),
                state.mismatches(),
                state.announceAt(),
                state.told());
    }

    /** Nothing but records, enums, texts, numbers, and lists and maps of them. */
    private static void assertPlain(Object value) {
        switch (value) {
            case String _, Number _, Boolean _, Enum<?> _ -> {}
            case Optional<?> optional -> optional.ifPresent(FlowRunStateTest::assertPlain);
            case List<?> list -> list.forEach(FlowRunStateTest::assertPlain);
            case Map<?, ?> map -> {
                map.keySet().forEach(key -> assertThat(key).isInstanceOf(String.class));
                map.values().forEach(FlowRunStateTest::assertPlain);
            }
            case Record parts -> {
                for (RecordComponent part : parts.getClass().getRecordComponents()) {
                    try {
                        assertPlain(part.getAccessor().invoke(parts));
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError(part.toString(), e);
                    }
                }
            }
            default -> throw new AssertionError("not plain: " + value.getClass());
        }
    }
}
