package org.rexian.media.wav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavReaderTest {

    @ParameterizedTest
    @CsvSource({"1,8", "1,16", "1,24", "1,32", "3,32", "6,8", "7,8"})
    void everyEncodingKeepsToneAndLevel(int tag, int bits) {
        for (int channels = 1; channels <= 2; channels++) {
            short[] audio = read(WavBytes.of(tag, bits, channels, 8_000, Tone.sine(1_000, 8_000, 8_000, 4_000)));
            assertThat(audio).hasSize(4_000);
            assertThat(Tone.amplitude(audio, 1_000)).isCloseTo(8_000, withPercentage(2));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000})
    void everyRateKeepsToneLevelAndLength(int rate) {
        for (int hertz : new int[] {300, 1_000, 3_000, 3_300}) {
            short[] audio = read(WavBytes.of(1, 16, 1, rate, Tone.sine(hertz, 8_000, rate, rate)));
            assertThat(audio.length).isBetween(7_999, 8_000);
            assertThat(Tone.amplitude(middle(audio), hertz)).as("%d Hz", hertz).isCloseTo(8_000, withPercentage(3));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000})
    void whatLiesAboveTheTelephoneBandDoesNotFoldBack(int rate) {
        short[] audio = read(WavBytes.of(1, 16, 1, rate, Tone.sine(4_700, 8_000, rate, rate)));
        assertThat(Tone.amplitude(middle(audio), 3_300)).isLessThan(8); // −60 dB
    }

    @Test
    void unusableFilesSayWhatIsWrongAndWhatToDo() {
        assertThat(problem(new byte[3])).contains("no WAV file").contains("sox");
        assertThat(problem(WavBytes.of(85, 16, 1, 8_000, new short[10])))
                .contains("format 85")
                .contains("sox");
        assertThat(problem(WavBytes.of(1, 16, 6, 8_000, new short[10]))).contains("6 channels");
        assertThat(problem(WavBytes.of(1, 64, 1, 8_000, new short[10]))).contains("64 bits");
        assertThat(problem(WavBytes.of(1, 16, 1, 4_000, new short[10]))).contains("4000 Hz");
        assertThat(problem(WavBytes.of(1, 16, 1, 8_000, new short[0]))).contains("no audio");
        assertThat(problem(Arrays.copyOf(WavBytes.of(1, 16, 1, 8_000, new short[9]), 30)))
                .contains("damaged");
        assertThat(WavReader.read(Path.of("no/such.wav")))
                .isEqualTo(new WavResult.Unusable("does not exist; put the recording there or correct the name"));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void mutatedFilesNeverThrow(long seed) {
        Random random = new Random(seed);
        byte[] good = WavBytes.of(1, 16, 2, 16_000, new short[50]);
        int readable = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = good.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                bytes[random.nextInt(60)] = (byte) random.nextInt(256);
            }
            ByteBuffer cut = ByteBuffer.wrap(bytes, 0, random.nextInt(bytes.length));
            readable += WavReader.read(cut) instanceof WavResult.Audio ? 1 : 0;
        }
        assertThat(readable).as("seed %d", seed).isPositive();
    }

    private static short[] read(byte[] wav) {
        return ((WavResult.Audio) WavReader.read(ByteBuffer.wrap(wav))).samples();
    }

    private static String problem(byte[] wav) {
        return ((WavResult.Unusable) WavReader.read(ByteBuffer.wrap(wav))).problem();
    }

    private static short[] middle(short[] audio) {
        return Arrays.copyOfRange(audio, 2_000, 6_000);
    }
}
