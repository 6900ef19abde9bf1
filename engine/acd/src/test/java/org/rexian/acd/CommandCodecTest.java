package org.rexian.acd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rexian.acd.CommandCodec.Decoded;
import org.rexian.acd.bytes.BytesOut;

/** Commands as bytes and back; {@code -Dacd.simulation.seed=S} repeats one seed. */
class CommandCodecTest {

    private final long seed = Long.getLong("acd.simulation.seed", 11);
    private final BytesOut out = new BytesOut(16);

    @Test
    void everyCommandComesBackAsItWas() {
        RandomCommands commands = new RandomCommands(seed);
        Set<Class<?>> seen = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            AcdCommand command = commands.next();
            seen.add(command.getClass());
            byte[] bytes = encoded(command);
            assertThat(CommandCodec.decode(bytes, 0, bytes.length))
                    .as("seed %d, command %d", seed, i)
                    .isEqualTo(new Decoded.Command(command));
        }
        assertThat(seen).containsExactlyInAnyOrder(AcdCommand.class.getPermittedSubclasses());
    }

    @Test
    void namesKeepTheirOrder() {
        Map<String, Integer> skills = new LinkedHashMap<>();
        List.of("z", "a", "m").forEach(skill -> skills.put(skill, 3));
        byte[] bytes = encoded(new AcdCommand.SetSkills(1, "a1", skills));
        assertThat(CommandCodec.decode(bytes, 0, bytes.length))
                .isInstanceOfSatisfying(
                        Decoded.Command.class,
                        back -> assertThat(((AcdCommand.SetSkills) back.command())
                                        .skills()
                                        .keySet())
                                .containsExactly("z", "a", "m"));
    }

    @Test
    void whatIsCutOffOrTooLongIsUnreadable() {
        RandomCommands commands = new RandomCommands(seed + 1);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = encoded(commands.next());
            for (int length = 0; length < bytes.length; length++) {
                assertThat(CommandCodec.decode(bytes, 0, length))
                        .as("seed %d, command %d, %d bytes of it", seed, i, length)
                        .isInstanceOf(Decoded.Unreadable.class);
            }
            byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
            assertThat(CommandCodec.decode(longer, 0, longer.length)).isInstanceOf(Decoded.Unreadable.class);
        }
    }

    @Test
    void damagedBytesNeverThrow() {
        RandomCommands commands = new RandomCommands(seed + 2);
        Random random = new Random(seed);
        int unreadable = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = encoded(commands.next());
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertThatCode(() -> CommandCodec.decode(bytes, 0, bytes.length))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
            unreadable += CommandCodec.decode(bytes, 0, bytes.length) instanceof Decoded.Unreadable ? 1 : 0;
        }
        assertThat(unreadable).isGreaterThan(5_000);
    }

    @Test
    void aCountThatCantBeIsRefusedBeforeRoomIsMadeForIt() {
        byte[] readyWithATextOfTwoGigabytes = {4, 2, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 7, 'a'};
        assertThat(CommandCodec.decode(readyWithATextOfTwoGigabytes, 0, 8))
                .isEqualTo(new Decoded.Unreadable(7, "a count of 2147483647 with 1 bytes left"));
        assertThat(CommandCodec.decode(new byte[] {99, 2}, 0, 2))
                .isEqualTo(new Decoded.Unreadable(2, "no command has the tag 99"));
    }

    @Test
    void theUsualCommandsAreShort() {
        long at = 1_800_000_000_000L;
        assertThat(encoded(new AcdCommand.Tick(at))).hasSizeLessThanOrEqualTo(8);
        assertThat(encoded(new AcdCommand.OfferAccepted(at, 12_345))).hasSizeLessThanOrEqualTo(12);
        assertThat(encoded(new AcdCommand.TalkEnded(at, at * 1000, EndedBy.CALLER)))
                .hasSizeLessThanOrEqualTo(17);
        AcdCommand enqueue = new AcdCommand.Enqueue(
                at,
                at * 1000,
                ContactKind.VOICE,
                "billing",
                "",
                "gold",
                0,
                Map.of(),
                new Standing("139", 0, Optional.empty(), Optional.empty()));
        assertThat(encoded(enqueue)).hasSizeLessThanOrEqualTo(45);
    }

    private byte[] encoded(AcdCommand command) {
        out.cut(0);
        CommandCodec.write(command, out);
        return out.toByteArray();
    }
}
