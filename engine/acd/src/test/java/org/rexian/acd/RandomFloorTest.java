package org.rexian.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The invariants after every command of random days. {@code -Dacd.simulation.seeds=N} runs longer,
 * {@code -Dacd.simulation.seed=S} repeats one.
 */
class RandomFloorTest {

    private static final int COMMANDS = 1500;

    @Test
    void theInvariantsHoldAfterEveryCommand() {
        long only = Long.getLong("acd.simulation.seed", -1);
        long seeds = Long.getLong("acd.simulation.seeds", 20);
        for (long seed = only >= 0 ? only : 1; seed <= (only >= 0 ? only : seeds); seed++) {
            List<AcdCommand> played = new ArrayList<>();
            try {
                day(seed, played);
            } catch (AssertionError | IllegalStateException | NullPointerException failure) {
                int from = Math.max(0, played.size() - 12);
                throw new AssertionError(
                        "seed " + seed + ", command " + played.size() + ", the last ones:\n"
                                + String.join(
                                        "\n",
                                        played.subList(from, played.size()).stream()
                                                .map(AcdCommand::toString)
                                                .toList()),
                        failure);
            }
        }
    }

    @Test
    void theSameCommandsGiveTheSameEventsAndState() {
        List<AcdCommand> played = new ArrayList<>();
        AcdCore first = day(7, played);
        List<String> firstEvents = new ArrayList<>();
        List<String> secondEvents = new ArrayList<>();
        AcdCore again = new AcdCore();
        AcdCore third = new AcdCore();
        played.forEach(command -> again.apply(command, event -> firstEvents.add(event.toString())));
        played.forEach(command -> third.apply(command, event -> secondEvents.add(event.toString())));
        assertThat(firstEvents).hasSizeGreaterThan(COMMANDS).isEqualTo(secondEvents);
        assertThat(again.digest()).isEqualTo(third.digest()).isEqualTo(first.digest());
        again.apply(new AcdCommand.SignIn(played.getLast().at() + 1, "a1"), event -> {});
        again.apply(new AcdCommand.SignOut(played.getLast().at() + 2, "a1"), event -> {});
        assertThat(again.digest()).isNotEqualTo(third.digest());
    }

    private static AcdCore day(long seed, List<AcdCommand> played) {
        AcdCore core = new AcdCore();
        FloorModel model = new FloorModel();
        model.watch(core);
        RandomFloor random = new RandomFloor(seed, model);
        play(core, model, new AcdCommand.Configure(1_000_000, random.configuration()), played);
        for (int i = 0; i < COMMANDS; i++) {
            play(core, model, random.next(core.nextDeadline()), played);
        }
        closeUp(core, model, played);
        return core;
    }

    private static void play(AcdCore core, FloorModel model, AcdCommand command, List<AcdCommand> played) {
        played.add(command);
        model.before(command);
        long before = core.digest();
        List<AcdEvent> events = new ArrayList<>();
        core.apply(command, events::add);
        boolean rejected = events.stream().anyMatch(AcdEvent.CommandRejected.class::isInstance);
        if (rejected) {
            assertThat(events).hasSize(1);
            assertThat(core.digest()).as("a misfit changes nothing").isEqualTo(before);
            return;
        }
        switch (command) {
            case AcdCommand.Configure configure -> model.willConfigure(configure.configuration(), configure.at());
            case AcdCommand.SetSkills set -> model.setSkills(set.agent(), set.skills());
            default -> {}
        }
        for (AcdEvent event : events) {
            assertThat(event.at()).isEqualTo(command.at());
            model.see(event);
        }
        switch (command) {
            case AcdCommand.Configure configure -> model.configured(configure.configuration());
            case AcdCommand.SetPriority set -> model.setPriority(set.contact(), set.priority());
            default -> {}
        }
        model.check(core, command.at());
    }

    /** At the end of the day everyone goes home: nobody is stuck, nobody is lost. */
    private static void closeUp(AcdCore core, FloorModel model, List<AcdCommand> played) {
        long now = played.getLast().at();
        for (long contact : List.copyOf(model.callers.keySet())) {
            play(core, model, new AcdCommand.Abandon(now, contact), played);
        }
        for (int i = 0; i < 1000 && core.nextDeadline() < Long.MAX_VALUE; i++) {
            play(core, model, new AcdCommand.Tick(Math.max(now, core.nextDeadline())), played);
        }
        assertThat(core.nextDeadline()).isEqualTo(Long.MAX_VALUE);
        assertThat(model.callers).isEmpty();
        assertThat(model.offers).isEmpty();
        assertThat(core.agents())
                .extracting(AgentView::state)
                .doesNotContain(AgentState.RESERVED, AgentState.TALKING, AgentState.HELD, AgentState.WRAP_UP);
    }
}
