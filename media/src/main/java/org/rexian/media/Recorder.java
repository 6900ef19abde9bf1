package org.rexian.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.rexian.media.LoopTallies.Tally;
import org.rexian.media.RecordingWriter.Chunk;
import org.rexian.media.RecordingWriter.Recording;

/**
 * Lays what a leg hears and what it is sent side by side on one time line, and hands it over piece by piece. Within a source a
 * packet's place follows from its RTP timestamp, so that jitter and order do not matter and what was lost is silence; the sources
 * are tied to the loop's clock where they begin, and anew when they have drifted apart. Of the loop's thread.
 */
final class Recorder {

    private static final int FRAMES_A_MILLI = 8;
    /** How long a packet may be late. With a chunk on top, a crash costs at most 0.6 s. */
    private static final int LAG_FRAMES = 300 * FRAMES_A_MILLI;

    private static final int WINDOW_FRAMES = 8_192; // a power of two above lag, chunk and the longest catch-up
    private static final int MAX_DRIFT_FRAMES = 200 * FRAMES_A_MILLI;

    private final RecordingWriter writer;
    private final Recording recording;
    private final Tally chunksLost;
    private final int startMilli;
    private final Track left = new Track();
    private final Track right = new Track();
    private long flushed;

    Recorder(RecordingWriter writer, Recording recording, Tally chunksLost, int startMilli) {
        this.writer = writer;
        this.recording = recording;
        this.chunksLost = chunksLost;
        this.startMilli = startMilli;
    }

    void received(ByteBuffer packet, int offset, int octets, short[] toLinear, int ssrc, int timestamp, int milli) {
        left.put(packet, offset, octets, toLinear, ssrc, timestamp, frameAt(milli));
    }

    void sent(ByteBuffer packet, int offset, int octets, short[] toLinear, int ssrc, int timestamp, int milli) {
        right.put(packet, offset, octets, toLinear, ssrc, timestamp, frameAt(milli));
    }

    private long frameAt(int milli) {
        return (long) (milli - startMilli) * FRAMES_A_MILLI;
    }

    MediaSessionState.Recording state(int milli) {
        return new MediaSessionState.Recording(recording.file(), milli - startMilli);
    }

    /** Hands over what no packet will change any more. */
    void flush(int milli) {
        while (frameAt(milli) - LAG_FRAMES - flushed >= RecordingWriter.CHUNK_FRAMES) {
            handOver(RecordingWriter.CHUNK_FRAMES);
        }
    }

    /** Hands over the rest and closes the file; {@code done} runs on the writer's thread. */
    void finish(int milli, Runnable done) {
        for (long rest = frameAt(milli) - flushed; rest > 0; rest = frameAt(milli) - flushed) {
            handOver((int) Math.min(rest, RecordingWriter.CHUNK_FRAMES));
        }
        recording.finish(done);
    }

    private void handOver(int frames) {
        Chunk chunk = writer.chunk();
        if (chunk == null) {
            chunksLost.add(1);
            left.clear(frames);
            right.clear(frames);
        } else {
            left.take(chunk.left, frames);
            right.take(chunk.right, frames);
            recording.write(chunk, flushed, frames);
        }
        flushed += frames;
    }

    /** One channel: a ring of samples from {@link #flushed} on, zero where nothing has come. */
    private final class Track {
        private final short[] ring = new short[WINDOW_FRAMES];
        private boolean tied;
        private int ssrc;
        private int tiedTimestamp;
        private long tiedFrame;

        void put(ByteBuffer packet, int offset, int octets, short[] toLinear, int source, int timestamp, long now) {
            long frame = place(source, timestamp, now);
            for (int i = 0; i < octets; i++, frame++) {
                if (frame >= flushed && frame < flushed + WINDOW_FRAMES) {
                    ring[(int) frame & (WINDOW_FRAMES - 1)] = toLinear[packet.get(offset + i) & 0xff];
                }
            }
        }

        private long place(int source, int timestamp, long now) {
            long frame = tiedFrame + (timestamp - tiedTimestamp);
            if (!tied || source != ssrc || Math.abs(frame - now) > MAX_DRIFT_FRAMES) {
                tied = true;
                ssrc = source;
                frame = now;
            }
            tiedTimestamp = timestamp;
            tiedFrame = frame;
            return frame;
        }

        void take(short[] into, int frames) {
            int from = (int) flushed & (WINDOW_FRAMES - 1);
            int first = Math.min(frames, WINDOW_FRAMES - from);
            System.arraycopy(ring, from, into, 0, first);
            System.arraycopy(ring, 0, into, first, frames - first);
            clear(frames);
        }

        void clear(int frames) {
            int from = (int) flushed & (WINDOW_FRAMES - 1);
            int first = Math.min(frames, WINDOW_FRAMES - from);
            Arrays.fill(ring, from, from + first, (short) 0);
            Arrays.fill(ring, 0, frames - first, (short) 0);
        }
    }
}
