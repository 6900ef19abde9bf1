import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Music on hold: eight bars, composed for this project and free to use under its licence. What rings past the end is added to the
 * beginning, so that the loop has no seam. {@code java HoldMusic.java OUT.wav [RATE]}.
 */
final class HoldMusic {

    private static final double BEAT_SECONDS = 60.0 / 76;
    private static final int BARS = 8;
    private static final double LEVEL_RMS = Math.pow(10, -22 / 20.0);

    /** MIDI notes: bass, then the chord from below. */
    private static final int[][] CHORDS = {
        {36, 55, 59, 64}, {45, 55, 60, 64}, {41, 57, 60, 64}, {43, 55, 59, 62},
        {40, 55, 59, 62}, {45, 57, 60, 64}, {38, 57, 60, 65}, {43, 53, 59, 62},
    };

    /** Beat and note, twice a bar and quiet: a line that asks in four bars and answers in four. */
    private static final double[][] MELODY = {
        {0, 76}, {1.5, 74}, {2, 72}, {4, 76}, {6, 79}, {8, 81}, {9.5, 79}, {10, 76}, {12, 74}, {14.5, 71},
        {16, 71}, {17.5, 72}, {18, 74}, {20, 76}, {22, 72}, {24, 74}, {25.5, 77}, {26, 76}, {28, 74}, {30, 71},
    };

    private final int rate;
    private final double[] mix;

    private HoldMusic(int rate) {
        this.rate = rate;
        this.mix = new double[(int) Math.round(BARS * 4 * BEAT_SECONDS * rate)];
    }

    public static void main(String[] args) throws IOException {
        HoldMusic music = new HoldMusic(args.length > 1 ? Integer.parseInt(args[1]) : 8000);
        music.play();
        Files.write(Path.of(args[0]), music.wav());
    }

    private void play() {
        for (int bar = 0; bar < BARS; bar++) {
            int[] chord = CHORDS[bar];
            strike(bar * 4, chord[0] + 12, 0.5, 2.2);
            strike(bar * 4 + 2, chord[0] + 19, 0.25, 1.5);
            // Broken chord in eighths, up and down.
            int[] order = {1, 2, 3, 2, 1, 2, 3, 2};
            for (int i = 0; i < order.length; i++) {
                strike(bar * 4 + i * 0.5, chord[order[i]], i == 0 ? 0.34 : 0.24, 1.1);
            }
        }
        for (double[] note : MELODY) strike(note[0], (int) note[1], 0.42, 1.6);
    }

    /** A soft electric piano: a fundamental and two partials that die sooner, with a gentle attack. */
    private void strike(double beat, int midi, double loudness, double decaySeconds) {
        double hertz = 440 * Math.pow(2, (midi - 69) / 12.0);
        int begin = (int) Math.round(beat * BEAT_SECONDS * rate);
        int length = (int) (decaySeconds * 3 * rate);
        for (int i = 0; i < length; i++) {
            double t = (double) i / rate;
            double attack = Math.min(1, t / 0.012);
            double release = Math.min(1, (length - i) / (0.05 * rate));
            double phase = 2 * Math.PI * hertz * t;
            double tone = Math.sin(phase) * Math.exp(-t / decaySeconds * 2.2)
                    + 0.35 * Math.sin(2 * phase) * Math.exp(-t / decaySeconds * 4)
                    + 0.12 * Math.sin(4 * phase) * Math.exp(-t / decaySeconds * 9);
            mix[(begin + i) % mix.length] += loudness * attack * release * tone;
        }
    }

    private byte[] wav() {
        double square = 0;
        for (double sample : mix) square += sample * sample;
        double gain = LEVEL_RMS / Math.sqrt(square / mix.length);
        int bytes = mix.length * 2;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + bytes).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(rate * 2).putShort((short) 2).putShort((short) 16);
        wav.put(ascii("data")).putInt(bytes);
        for (double sample : mix) wav.putShort((short) Math.round(Math.max(-1, Math.min(1, sample * gain)) * 32767));
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
