package org.rexian.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A recording as it lies on the disk, maybe not closed yet. */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record StereoFile(short[] left, short[] right) {

    private static final int HEADER_BYTES = 44;

    static int frames(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > HEADER_BYTES ? frames(bytes(file)) : 0;
    }

    static StereoFile read(Path file) throws IOException {
        ByteBuffer wav = bytes(file);
        int frames = frames(wav);
        assertThat(wav.getInt(4)).isEqualTo(frames * 4 + 36);
        assertThat(frames * 4 + HEADER_BYTES).isLessThanOrEqualTo(wav.limit());
        short[] left = new short[frames];
        short[] right = new short[frames];
        for (int i = 0; i < frames; i++) {
            left[i] = wav.getShort(HEADER_BYTES + i * 4);
            right[i] = wav.getShort(HEADER_BYTES + i * 4 + 2);
        }
        return new StereoFile(left, right);
    }

    short[] left(int fromMilli, int toMilli) {
        return Arrays.copyOfRange(left, 8 * fromMilli, 8 * toMilli);
    }

    short[] right(int fromMilli, int toMilli) {
        return Arrays.copyOfRange(right, 8 * fromMilli, 8 * toMilli);
    }

    private static int frames(ByteBuffer wav) {
        return wav.getInt(40) / 4;
    }

    private static ByteBuffer bytes(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
