package org.rexian.harness.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToneMeterTest {

    @Test
    void measuresTheLevelOfATone() {
        ToneMeter meter = new ToneMeter(Tone.sine(440, -20, 1000), Tone.RATE);

        assertThat(meter.level(440)).isCloseTo(-20, within(0.1));
        assertThat(meter.level(880)).isLessThan(-60);
        assertThat(meter.totalLevel()).isCloseTo(-20, within(0.1));
        assertThat(meter.dominantHertz()).isEqualTo(440);
    }

    @Test
    void silenceHasNoDominantTone() {
        ToneMeter meter = new ToneMeter(Tone.silence(500), Tone.RATE);

        assertThat(meter.silent()).isTrue();
        assertThat(meter.dominantHertz()).isZero();
    }

    @Test
    void findsAToneThatSoundsForAPartOfTheTime(@TempDir Path directory) {
        Path file = directory.resolve("parts.wav");
        WavFile.write(file, Tone.silence(3000), Tone.sine(1000, -15, 500), Tone.silence(3000));

        WavFile wav = WavFile.read(file);

        assertThat(wav.millis()).isEqualTo(6500);
        assertThat(wav.meter(0).loudest(1000)).isCloseTo(-15, within(0.2));
        assertThat(wav.meter(0).millisAbove(1000, -20)).isEqualTo(500);
        assertThat(wav.meter(0).part(0, 2900).silent()).isTrue();
    }

    @Test
    void readsAFileWhoseRecorderDied(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("cut.wav");
        WavFile.write(file, Tone.sine(440, -10, 1000));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThat(WavFile.read(file).meter(0).dominantHertz()).isEqualTo(440);
    }

    @Test
    void refusesWhatIsNoWav(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("text.wav");
        Files.writeString(file, "not a sound at all, and longer than a header of forty-four bytes");

        assertThatThrownBy(() -> WavFile.read(file)).hasMessageContaining("no WAV file");
    }

    @Test
    void ulawKeepsALoudAndAQuietToneWithinHalfADecibel() {
        for (double dbfs : new double[] {-3, -20, -35}) {
            short[] there = Tone.sine(1000, dbfs, 200);
            byte[] codes = Ulaw.encode(there);
            short[] back = new short[codes.length];
            for (int i = 0; i < codes.length; i++) {
                back[i] = Ulaw.decode(codes[i]);
            }
            assertThat(new ToneMeter(back, Tone.RATE).level(1000)).isCloseTo(dbfs, within(0.5));
        }
    }
}
