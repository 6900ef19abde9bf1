package org.rexian.acd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.acd.bytes.Malformed;

/**
 * Invariant 6: a snapshot and the commands behind it give what all commands give, event for event and digest for digest.
 * {@code -Dacd.simulation.seeds=N} runs longer, {@code -Dacd.simulation.seed=S} repeats one.
 */
class SnapshotTest {

    private static final int COMMANDS = 3000;
    private static final int CUTS = 8;

    @Test
    void theRestOfTheDayIsTheSameFromASnapshotOn() throws Malformed {
        long only = Long.getLong("acd.simulation.seed", -1);
        long seeds = Long.getLong("acd.simulation.seeds", 5);
        for (long seed = only >= 0 ? only : 1; seed <= (only >= 0 ? only : seeds); seed++) {
            WildFloor floor = new WildFloor(seed);
            List<AcdCommand> played = floor.play(COMMANDS);
            assertThat(floor.rejected()).as("most commands fit").isLessThan(COMMANDS / 2);
            Random random = new Random(seed);
            for (int i = 0; i < CUTS; i++) {
                cut(seed, played, random.nextInt(played.size()));
            }
        }
    }

    private static void cut(long seed, List<AcdCommand> played, int at) throws Malformed {
        AcdCore whole = new AcdCore();
        played.subList(0, at).forEach(command -> whole.apply(command, event -> {}));
        AcdCore restored = copy(whole);
        assertThat(restored.digest()).as("seed %d, cut %d", seed, at).isEqualTo(whole.digest());
        assertThat(restored.nextDeadline()).isEqualTo(whole.nextDeadline());
        assertThat(restored.agents()).isEqualTo(whole.agents());
        assertThat(restored.queues()).isEqualTo(whole.queues());
        assertThat(restored.contacts()).isEqualTo(whole.contacts());
        for (int i = at; i < played.size(); i++) {
            List<AcdEvent> expected = new ArrayList<>();
            List<AcdEvent> events = new ArrayList<>();
            whole.apply(played.get(i), expected::add);
            restored.apply(played.get(i), events::add);
            if (!events.equals(expected)) {
                assertThat(events)
                        .as("seed %d, cut %d, command %d: %s", seed, at, i, played.get(i))
                        .isEqualTo(expected);
            }
        }
        assertThat(restored.digest())
                .as("seed %d, cut %d, at the end", seed, at)
                .isEqualTo(whole.digest());
    }

    @Test
    void aSnapshotOfASnapshotIsTheSameBytes() throws Malformed {
        WildFloor floor = new WildFloor(99);
        AcdCore core = new AcdCore();
        for (AcdCommand command : floor.play(COMMANDS)) {
            core.apply(command, event -> {});
        }
        byte[] bytes = bytes(core);
        assertThat(bytes(AcdCore.readSnapshot(new BytesIn(bytes)))).isEqualTo(bytes);
    }

    @Test
    void anEmptyRouterHasASnapshotToo() throws Malformed {
        AcdCore core = new AcdCore();
        assertThat(copy(core).digest()).isEqualTo(core.digest());
    }

    @Test
    void whatIsCutOffIsMalformed() {
        AcdCore core = new AcdCore();
        for (AcdCommand command : new WildFloor(7).play(300)) {
            core.apply(command, event -> {});
        }
        byte[] bytes = bytes(core);
        for (int length = 0; length < bytes.length; length++) {
            BytesIn in = new BytesIn(bytes, 0, length);
            assertThatThrownBy(() -> AcdCore.readSnapshot(in))
                    .as("%d bytes of %d", length, bytes.length)
                    .isInstanceOf(Malformed.class);
        }
    }

    private static AcdCore copy(AcdCore core) throws Malformed {
        return AcdCore.readSnapshot(new BytesIn(bytes(core)));
    }

    private static byte[] bytes(AcdCore core) {
        BytesOut out = new BytesOut(1 << 16);
        core.writeSnapshot(out);
        return out.toByteArray();
    }
}
