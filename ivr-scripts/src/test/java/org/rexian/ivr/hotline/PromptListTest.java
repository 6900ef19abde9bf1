package org.rexian.ivr.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rexian.ivr.say.SayGrammar;
import org.rexian.ivr.say.SayKind;

/** Every recording of the shipped hotline is there, sounds, and is fit for a telephone. */
class PromptListTest {

    private static final Path PROMPTS = Path.of("hotlines/10060/prompts");

    /** One hundredth of full scale: far below speech, far above noise. */
    private static final int SILENCE = 330;

    record Listed(String language, String name, String text) {
        Path file() {
            return PROMPTS.resolve(language).resolve(name + ".wav");
        }
    }

    static List<Listed> list() throws IOException {
        return Files.readAllLines(PROMPTS.resolve("prompts.tsv")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t", -1))
                .map(row -> new Listed(row[0], row[1], row[2]))
                .toList();
    }

    static Stream<Listed> sounding() throws IOException {
        return list().stream().filter(listed -> !listed.text().equals("[silence]"));
    }

    @ParameterizedTest
    @MethodSource("sounding")
    void isFitForTheTelephone(Listed listed) throws IOException {
        Wav wav = Wav.read(listed.file());
        assertThat(wav.channels()).isEqualTo(1);
        assertThat(wav.bits()).isEqualTo(16);
        assertThat(wav.rate()).isIn(8000, 16000);
        ShortBuffer samples = wav.samples();
        assertThat(samples.limit()).isBetween(wav.rate() / 5, wav.rate() * 60);

        assertThat(leadingSilenceMillis(wav)).as("leading silence in ms").isLessThan(150);
        assertThat(fullScale(samples)).as("samples at full scale").isZero();
        boolean music = listed.language().equals("common");
        assertThat(levelDecibels(wav)).as("dBFS").isBetween(music ? -24.0 : -20.0, music ? -19.0 : -12.5);
    }

    @Test
    void musicGoesRoundWithoutAClick() throws IOException {
        ShortBuffer samples = Wav.read(PROMPTS.resolve("common/moh.wav")).samples();
        int greatestStep = 0;
        for (int i = 1; i < samples.limit(); i++) {
            greatestStep = Math.max(greatestStep, Math.abs(samples.get(i) - samples.get(i - 1)));
        }
        int seam = Math.abs(samples.get(0) - samples.get(samples.limit() - 1));
        assertThat(seam).isLessThan(greatestStep / 2);
    }

    @Test
    void listAndFoldersHoldTheSame() throws IOException {
        Set<String> listed = list().stream()
                .map(one -> PROMPTS.relativize(one.file()).toString())
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(PROMPTS)) {
            Set<String> found = files.filter(file -> file.toString().endsWith(".wav"))
                    .map(file -> PROMPTS.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).isEqualTo(listed);
        }
    }

    @Test
    void everyPieceOfSayAsIsRecorded() {
        for (String language : SayGrammar.LANGUAGES) {
            for (SayKind kind : SayKind.values()) {
                for (String piece : SayGrammar.of(language).orElseThrow().pieces(kind)) {
                    assertThat(PROMPTS.resolve(language).resolve(piece + ".wav"))
                            .exists();
                }
            }
        }
    }

    private static long leadingSilenceMillis(Wav wav) {
        for (int i = 0; i < wav.samples().limit(); i++) {
            if (Math.abs(wav.samples().get(i)) > SILENCE) return i * 1000L / wav.rate();
        }
        return Long.MAX_VALUE;
    }

    private static long fullScale(ShortBuffer samples) {
        long count = 0;
        for (int i = 0; i < samples.limit(); i++) {
            if (Math.abs((int) samples.get(i)) >= Short.MAX_VALUE) count++;
        }
        return count;
    }

    /** Level of what sounds: 20 ms frames within 20 dB of the loudest, since pauses say nothing about loudness. */
    private static double levelDecibels(Wav wav) {
        int frame = wav.rate() / 50;
        double[] powers = new double[wav.samples().limit() / frame];
        double loudest = 0;
        for (int f = 0; f < powers.length; f++) {
            for (int i = 0; i < frame; i++)
                powers[f] += Math.pow(wav.samples().get(f * frame + i) / 32768.0, 2) / frame;
            loudest = Math.max(loudest, powers[f]);
        }
        double threshold = loudest / 100;
        return 10
                * Math.log10(Stream.of(powers)
                        .flatMapToDouble(java.util.Arrays::stream)
                        .filter(power -> power >= threshold)
                        .average()
                        .orElse(0));
    }
}
