package org.rexian.server.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AgentExplanation;
import org.rexian.acd.ContactExplanation;
import org.rexian.acd.ContactKind;
import org.rexian.acd.QueueDefinition;
import org.rexian.acd.QueueDefinition.Overflow;

/** The sentences of a small floor, in both languages. */
class WhyTextTest {

    private final AcdCore core = new AcdCore();
    private final List<Story> told = new java.util.ArrayList<>();
    private final Stories stories = new Stories(told::add);

    private void apply(AcdCommand command) {
        core.apply(command, stories::onEvent);
    }

    @BeforeEach
    void floor() {
        QueueDefinition service = QueueDefinition.named("service")
                .requirement("lang.bo >= 3; after 60s: any")
                .overflow(new Overflow(Overflow.When.WAIT, 120_000, "general"))
                .build();
        List<AgentDefinition> agents = List.of(agent("ann", 5), agent("bob", 1), agent("tse", 4));
        apply(new AcdCommand.Configure(
                1_000,
                new AcdConfiguration(
                        List.of(service, QueueDefinition.named("general").build()), agents)));
        apply(new AcdCommand.SignIn(1_000, "ann"));
        apply(new AcdCommand.SignIn(1_000, "bob"));
        apply(new AcdCommand.NotReady(1_000, "ann", "meal"));
        apply(new AcdCommand.Ready(1_000, "bob"));
        apply(new AcdCommand.Enqueue(11_000, 7, ContactKind.VOICE, "service", "", "", 0, Map.of()));
    }

    private static AgentDefinition agent(String id, int level) {
        return new AgentDefinition(id, id, "", Map.of("lang.bo", level), List.of("service"));
    }

    private static WhyText words(String language, long now) {
        return new WhyText(language, ZoneOffset.UTC, now);
    }

    private ContactExplanation why() {
        return core.why(7).orElseThrow();
    }

    @Test
    void aWaitingContactIsExplained() {
        apply(new AcdCommand.Tick(21_000));
        assertThat(words("en", 21_000).of(why()))
                .containsExactly(
                        "Contact 7 waits in service at position 1, since 00:00:11 (10 s).",
                        "How long it will still wait is not known yet.",
                        "It asks for: lang.bo >= 3.",
                        "Agents of the queue (3):",
                        "  - ann would do, but takes nobody: meal, for 20 s.",
                        "  - tse would do, but is not signed in.",
                        "  - bob does not meet: lang.bo >= 3.",
                        "What will change that:",
                        "  - At 00:01:11 (in 50 s) it asks for no more than: anyone.",
                        "  - At 00:02:11 (in 1:50 min) it goes on to queue general.",
                        "  - One of the suitable agents becomes ready; there are 1 of them.");
    }

    @Test
    void inChineseWhereTheShellIs() {
        assertThat(words("zh_CN.UTF-8", 21_000).of(why()))
                .contains(
                        "联络 7 在队列 service 中等待，第 1 位，自 00:00:11 起（已 10 s）。",
                        "  - bob 不满足：lang.bo >= 3。",
                        "  - 00:02:11（1:50 min 后）溢出到队列 general。");
    }

    @Test
    void anAgentIsExplained() {
        AgentExplanation bob = core.whyAgent("bob").orElseThrow();
        assertThat(words("en", 21_000).of(bob))
                .containsExactly(
                        "Agent bob is ready since 00:00:01 (20 s): ready.",
                        "Who waits in the agent's queues (1):",
                        "  - Contact 7 in service: the agent does not meet: lang.bo >= 3.");
        assertThat(words("zh", 21_000).of(bob).getFirst()).startsWith("坐席 bob 自 00:00:01 起（已 20 s）处于 就绪");
    }

    @Test
    void aContactThatIsOverHasItsStory() {
        apply(new AcdCommand.Ready(21_000, "ann"));
        apply(new AcdCommand.OfferAccepted(23_000, 1));
        apply(new AcdCommand.TalkEnded(83_000, 7, org.rexian.acd.EndedBy.CALLER));
        assertThat(core.why(7)).isEmpty();
        assertThat(told).hasSize(1);
        List<String> lines = words("en", 90_000).of(told.getFirst());
        assertThat(lines.getFirst()).isEqualTo("What was decided about contact 7 (call 7):");
        assertThat(lines.get(1)).isEqualTo("  00:00:11  asks for an agent of service, position 1");
        assertThat(lines.get(2)).startsWith("  00:00:21  ann is rung: ");
        assertThat(lines.get(3)).isEqualTo("  00:00:23  talks with ann after 12 s");
        assertThat(lines.get(4)).isEqualTo("  00:01:23  over: completed");
        assertThat(stories.of(7)).contains(told.getFirst());
    }

    @Test
    void aLongStoryKeepsItsBeginningAndItsEnd() {
        apply(new AcdCommand.Ready(20_000, "ann"));
        for (long offer = 1; offer < 100; offer++) {
            long at = 20_000 + offer * 10_000;
            apply(new AcdCommand.OfferRejected(at, offer, org.rexian.acd.RejectCause.REJECTED));
            apply(new AcdCommand.Ready(at + 5_000, "ann"));
        }
        Story story = stories.of(7).orElseThrow();
        assertThat(story.decisions()).hasSize(Stories.MOST_DECISIONS);
        assertThat(story.left()).isGreaterThan(50);
        assertThat(story.decisions().getFirst().what()).isEqualTo("queued");
        assertThat(words("en", 0).of(story)).anyMatch(line -> line.contains("decisions left out"));
    }

    @Test
    void bothLanguagesHaveEverySentence() throws Exception {
        Path folder = Path.of("src/main/resources/org/rexian/server/why");
        Properties english = new Properties();
        Properties chinese = new Properties();
        english.load(Files.newBufferedReader(folder.resolve("why.properties")));
        chinese.load(Files.newBufferedReader(folder.resolve("why_zh.properties")));
        assertThat(chinese.keySet()).containsAll(english.keySet());
        for (ContactExplanation.What what : ContactExplanation.What.values()) {
            assertThat(english).containsKey("change." + what);
        }
        for (ContactExplanation.Reason reason : ContactExplanation.Reason.values()) {
            assertThat(english).containsKey("agent." + reason);
        }
        for (AgentExplanation.Reason reason : AgentExplanation.Reason.values()) {
            assertThat(english).containsKey("contact." + reason);
        }
        for (org.rexian.acd.ContactStage stage : org.rexian.acd.ContactStage.values()) {
            assertThat(english).containsKey("stage." + stage);
        }
    }
}
