package org.rexian.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rexian.media.AudioCodec;

class G711Test {

    @ParameterizedTest
    @EnumSource(AudioCodec.class)
    void everyOctetComesBackFromItsLinearValue(AudioCodec codec) {
        for (int octet = 0; octet < 256; octet++) {
            short linear = G711.decode(codec, (byte) octet);
            short again = G711.decode(codec, G711.encode(codec, linear));
            assertThat(again).as("octet %d", octet).isEqualTo(linear); // µ-law has two zeros
        }
    }

    @ParameterizedTest
    @EnumSource(AudioCodec.class)
    void theErrorIsWithinTheStep(AudioCodec codec) {
        for (int linear = Short.MIN_VALUE; linear <= Short.MAX_VALUE; linear += 7) {
            int decoded = G711.decode(codec, G711.encode(codec, (short) linear));
            int allowed = Math.max(16, Math.abs(linear) / 29);
            if (Math.abs(linear) < 32_000) {
                assertThat(Math.abs(decoded - linear)).as("%d", linear).isLessThanOrEqualTo(allowed);
            }
        }
    }

    @Test
    void knownValues() {
        assertThat(G711.encode(AudioCodec.PCMU, (short) 0)).isEqualTo((byte) 0xff);
        assertThat(G711.encode(AudioCodec.PCMA, (short) 0)).isEqualTo((byte) 0xd5);
        assertThat(G711.decode(AudioCodec.PCMU, (byte) 0x80)).isEqualTo((short) 32_124);
        assertThat(G711.decode(AudioCodec.PCMU, (byte) 0x00)).isEqualTo((short) -32_124);
        assertThat(G711.decode(AudioCodec.PCMA, (byte) 0xaa)).isEqualTo((short) 32_256);
        assertThat(G711.decode(AudioCodec.PCMA, (byte) 0x2a)).isEqualTo((short) -32_256);
    }

    @Test
    void lawToLawIsWhatDecodingAndEncodingGive() {
        for (int octet = 0; octet < 256; octet++) {
            byte other = G711.toOtherLaw(AudioCodec.PCMU)[octet];
            short through = G711.decode(AudioCodec.PCMU, (byte) octet);
            assertThat(other).isEqualTo(G711.encode(AudioCodec.PCMA, through));
        }
    }
}
