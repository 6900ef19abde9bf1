package org.rexian.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RtpViewTest {

    private final RtpView view = new RtpView();

    static Stream<Path> malformed() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/rtp/malformed"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedPacketsAreRefused(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        assertThat(view.read(ByteBuffer.wrap(bytes), bytes.length)).isFalse();
    }

    @Test
    void contributorsExtensionAndPaddingAreSteppedOver() {
        ByteBuffer packet = ByteBuffer.allocate(40);
        packet.put((byte) 0xb1)
                .put((byte) 0x88)
                .putShort((short) 0xfffe)
                .putInt(160)
                .putInt(77); // P, X, one CSRC
        packet.putInt(99).putInt(0xbede0001).putInt(0);
        packet.put(39, (byte) 4);
        assertThat(view.read(packet, 40)).isTrue();
        assertThat(view.payloadOffset()).isEqualTo(24);
        assertThat(view.payloadLength()).isEqualTo(12);
        assertThat(view.marker()).isTrue();
        assertThat(view.payloadType()).isEqualTo(8);
        assertThat(view.sequence()).isEqualTo(0xfffe);
        assertThat(view.ssrc()).isEqualTo(77);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noBytesMakeAPayloadOutsideThePacketOrThrow(long seed) {
        Random random = new Random(seed);
        OutgoingStream out = new OutgoingStream(5, 0, 0);
        RtcpSession rtcp = new RtcpSession(out, new ReceptionStatistics(), "x");
        DtmfReceiver keys = new DtmfReceiver();
        ByteBuffer packet = ByteBuffer.allocateDirect(2_048);
        int valid = 0;
        for (int i = 0; i < 200_000; i++) {
            int length = random.nextInt(64);
            for (int at = 0; at < length; at++) {
                packet.put(at, (byte) random.nextInt(256));
            }
            packet.put(0, (byte) (0x80 | random.nextInt(64)));
            rtcp.read(packet, length, i);
            if (view.read(packet, length)) {
                valid++;
                keys.onPacket(packet, view);
                assertThat(view.payloadLength()).as("seed %d", seed).isNotNegative();
                assertThat(view.payloadOffset() + view.payloadLength()).isLessThanOrEqualTo(length);
            }
        }
        assertThat(valid).isPositive();
    }
}
