package org.rexian.media.wav;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a WAV file into telephone audio: PCM of 8, 16, 24 or 32 bits, 32-bit float, A-law or µ-law, mono or stereo (mixed), 8,000
 * Hz and more (resampled). The level is kept. Blocking: not for a loop.
 */
public final class WavReader {

    private static final long MAX_BYTES = 256L << 20;
    private static final String ADVICE = "; convert it: sox in.wav -b 16 -c 1 -r 8000 out.wav";

    private WavReader() {}

    public static WavResult read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                return new WavResult.Unusable("is larger than " + (MAX_BYTES >> 20) + " MB; cut it into parts");
            }
            return read(ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (NoSuchFileException missing) {
            return new WavResult.Unusable("does not exist; put the recording there or correct the name");
        } catch (IOException unreadable) {
            return new WavResult.Unusable("can't be read (" + unreadable + "); check its permissions");
        }
    }

    /** The same, of bytes. */
    public static WavResult read(ByteBuffer bytes) {
        ByteBuffer file = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (file.limit() < 12
                || !tagAt(file, 0).equals("RIFF")
                || !tagAt(file, 8).equals("WAVE")) {
            return new WavResult.Unusable("is no WAV file (it does not begin with RIFF...WAVE)" + ADVICE);
        }
        Optional<ByteBuffer> header = chunk(file, "fmt ").filter(chunk -> chunk.limit() >= 16);
        Optional<ByteBuffer> data = chunk(file, "data");
        if (header.isEmpty() || data.isEmpty()) {
            return new WavResult.Unusable(
                    "has no " + (header.isEmpty() ? "format" : "audio") + " chunk; it is damaged");
        }
        Optional<WavFormat> format = WavFormat.read(header.get());
        if (format.isEmpty()) {
            return new WavResult.Unusable("is compressed with format " + WavFormat.tag(header.get()) + ADVICE);
        }
        if (!format.get().supported()) {
            return new WavResult.Unusable("has an unusual format (" + format.get() + ")" + ADVICE);
        }
        return decode(format.get(), data.get());
    }

    private static WavResult decode(WavFormat format, ByteBuffer data) {
        int frames = data.limit() / format.frameBytes();
        if (frames == 0) {
            return new WavResult.Unusable("holds no audio; record it again");
        }
        float[] mono = new float[frames];
        int width = format.bits() / 8;
        for (int frame = 0; frame < frames; frame++) {
            int at = frame * format.frameBytes();
            float left = format.sample(data, at);
            mono[frame] = format.channels() == 1 ? left : (left + format.sample(data, at + width)) / 2;
        }
        return new WavResult.Audio(round(Resampler.to8000(mono, format.rate())));
    }

    private static short[] round(float[] samples) {
        short[] rounded = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            rounded[i] = (short) Math.clamp(Math.round(samples[i]), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return rounded;
    }

    /** The first chunk of that name; one that is cut short, or was never given its length, reaches to the end. */
    private static Optional<ByteBuffer> chunk(ByteBuffer file, String name) {
        long at = 12;
        while (at + 8 <= file.limit()) {
            long length = file.getInt((int) at + 4) & 0xffffffffL;
            if (tagAt(file, (int) at).equals(name)) {
                int start = (int) at + 8;
                int bytes = (int) Math.min(length, file.limit() - start);
                return Optional.of(file.slice(start, bytes).order(ByteOrder.LITTLE_ENDIAN));
            }
            at += 8 + length + (length & 1);
        }
        return Optional.empty();
    }

    private static String tagAt(ByteBuffer file, int at) {
        byte[] tag = new byte[4];
        file.get(at, tag);
        return new String(Arrays.copyOf(tag, 4), US_ASCII);
    }
}
