package org.rexian.sip.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Hostile bytes: torture messages, mutated. Nothing may be thrown, and whatever passes must survive being answered and repeated.
 * The same seed every time, so that a build's verdict is repeatable; {@code -Dfuzz.seed=N} goes elsewhere, and what it finds becomes
 * a file of {@link HostileMessagesTest}.
 */
class CodecFuzzTest {
    private static final int ROUNDS = 200_000;
    private static final long BUDGET_NANOS = 5_000_000_000L;
    private static final String[] SPICE = {
        "\r\n",
        "\r\n ",
        "\n",
        "\r",
        "\0",
        ";",
        ";;",
        ",",
        ":",
        "@",
        "%",
        "%00",
        "%zz",
        "<",
        ">",
        "\"",
        "\\",
        "?",
        "=",
        "[",
        "]",
        "[::1",
        "tag=",
        ";tag=",
        ";rport",
        ";received=",
        "Via: ",
        "v:",
        "SIP/2.0",
        "sip:",
        "sips:",
        "tel:+1",
        "*",
        "99999999999999999999",
        "-1",
        "\u00e9",
        "Content-Length: 5\r\n",
        "branch=z9hG4bK",
        "()",
        "\t"
    };

    @Test
    void nothingThrows() throws IOException {
        long seed = Long.getLong("fuzz.seed", 4475);
        SplittableRandom random = new SplittableRandom(seed);
        List<byte[]> corpus = corpus();
        InetSocketAddress source = new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_001);
        long begin = System.nanoTime();
        int rounds = 0;
        int passed = 0;
        while (rounds < ROUNDS && System.nanoTime() - begin < BUDGET_NANOS) {
            byte[] bytes = mutated(corpus.get(random.nextInt(corpus.size())), random);
            try {
                passed += judge(SipCodec.parse(bytes), source);
            } catch (RuntimeException | StackOverflowError fault) {
                throw new AssertionError(
                        "seed " + seed + " round " + rounds + "\n" + new String(bytes, StandardCharsets.UTF_8), fault);
            }
            rounds++;
        }
        assertThat(rounds).isGreaterThan(5_000);
        assertThat(passed)
                .as("seed %d: mutation must not break everything", seed)
                .isGreaterThan(rounds / 50);
    }

    /** Uses what passed as the layers above do. */
    private static int judge(Parsed parsed, InetSocketAddress source) {
        switch (parsed) {
            case Parsed.Request(SipRequest request) -> {
                SipRequest stamped = request.receivedFrom(source);
                read(stamped);
                SipResponse response = stamped.response(200).toTag("fuzz").build();
                if (!(SipCodec.parse(response.encoded()) instanceof Parsed.Response)) {
                    throw new IllegalStateException("our own answer is malformed:\n" + response.startLine());
                }
                if (!(SipCodec.parse(stamped.encoded()) instanceof Parsed.Request)) {
                    throw new IllegalStateException("the request does not survive being encoded");
                }
                return 1;
            }
            case Parsed.Response(SipResponse response) -> {
                read(response);
                return 1;
            }
            case Parsed.Malformed malformed ->
                malformed.answer().ifPresent(answer -> {
                    answer.soundTopVia();
                    answer.encoded();
                });
            case Parsed.KeepAlive keepAlive -> {}
        }
        return 0;
    }

    private static void read(SipMessage message) {
        assertThat(message.from().toString()).isNotEmpty();
        message.to().tag();
        message.contacts();
        message.routes();
        message.recordRoutes();
        message.expires();
        message.maxForwards();
        message.mediaType();
        message.require();
        message.addresses("Refer-To");
        message.topVia().rport();
    }

    private static byte[] mutated(byte[] original, SplittableRandom random) {
        byte[] bytes = original;
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, at + random.nextInt(12));
            bytes = switch (random.nextInt(5)) {
                case 0 -> splice(bytes, at, at, SPICE[random.nextInt(SPICE.length)].getBytes(StandardCharsets.UTF_8));
                case 1 -> splice(bytes, at, to, new byte[0]);
                case 2 -> splice(bytes, at, Math.min(bytes.length, at + 1), new byte[] {(byte) random.nextInt(256)});
                case 3 -> splice(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
                default -> Arrays.copyOf(bytes, bytes.length - random.nextInt(Math.min(40, bytes.length)));
            };
        }
        return bytes;
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] insert) {
        byte[] result = new byte[bytes.length - (to - from) + insert.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(insert, 0, result, from, insert.length);
        System.arraycopy(bytes, to, result, from + insert.length, bytes.length - to);
        return result;
    }

    private static List<byte[]> corpus() throws IOException {
        List<byte[]> corpus = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/torture/rfc4475"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".dat"))
                    .sorted()
                    .toList()) {
                corpus.add(Files.readAllBytes(file));
            }
        }
        corpus.add(Messages.bytes(Messages.text("INVITE", "z9hG4bKplain")));
        return corpus;
    }
}
