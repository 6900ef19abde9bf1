package org.rexian.media.sdp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdpParserTest {

    private static final String GOOD = """
            v=0
            o=- 1 1 IN IP6 2001:db8::1
            c=IN IP6 2001:db8::1
            m=audio 4000/2 RTP/AVP 0 8
            a=recvonly
            m=video 0 RTP/AVP 31
            """;

    @Test
    void readsBareLinesAndVersionSixAddresses() {
        SessionDescription sdp = (SessionDescription) SessionDescription.parse(GOOD.getBytes(UTF_8));
        assertThat(sdp.connection()).contains("2001:db8::1");
        assertThat(sdp.media()).extracting(MediaDescription::port).containsExactly(4000, 0);
        assertThat(sdp.directionOf(sdp.media().get(0))).isEqualTo(Direction.RECVONLY);
        assertThat(sdp.directionOf(sdp.media().get(1))).isEqualTo(Direction.SENDRECV);
    }

    static Stream<Path> invalid() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/sdp/invalid"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void hostileDescriptionsAreProblems(Path file) throws IOException {
        assertThat(SessionDescription.parse(Files.readAllBytes(file))).isInstanceOf(SdpProblem.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mutatedDescriptionsNeverThrow(long seed) {
        Random random = new Random(seed);
        int descriptions = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = GOOD.getBytes(UTF_8);
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            descriptions += SessionDescription.parse(cut) instanceof SessionDescription ? 1 : 0;
        }
        assertThat(descriptions).as("seed %d still has readable ones", seed).isPositive();
    }
}
