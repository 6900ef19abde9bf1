package org.rexian.media;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rexian.media.wav.StereoWavWriter;

/**
 * The one thread that writes recordings, so that no media loop waits for a disk. What may wait here is bounded by the number of
 * chunks: when all are under way, a recorder's next piece is left out and stays silent.
 */
final class RecordingWriter implements AutoCloseable {

    static final int CHUNK_FRAMES = 2_000;
    private static final int MAX_CHUNKS = 2_048; // 16 MB, 2 s of a thousand recordings

    private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final ArrayBlockingQueue<Chunk> free = new ArrayBlockingQueue<>(MAX_CHUNKS);
    private final AtomicInteger made = new AtomicInteger();
    private final Thread thread;
    private boolean ended; // of the thread

    RecordingWriter() {
        thread = Thread.ofPlatform().name("rexian-recordings").daemon().start(this::run);
    }

    private void run() {
        try {
            while (!ended) {
                work.take().run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens the file later, on the writer's thread; {@code onFailure} is called there, at most once. */
    Recording open(Path file, Consumer<String> onFailure) {
        Recording recording = new Recording(file, onFailure);
        work.add(recording::open);
        return recording;
    }

    /** A chunk to be filled and given to {@link Recording#write}; null when the disk is too far behind. */
    @Nullable
    Chunk chunk() {
        Chunk pooled = free.poll();
        if (pooled != null) {
            return pooled;
        }
        return made.get() < MAX_CHUNKS && made.incrementAndGet() <= MAX_CHUNKS ? new Chunk() : null;
    }

    /** Waits until all that was handed in is written. */
    @Override
    public void close() {
        work.add(() -> ended = true);
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A quarter of a second on its way to the disk; goes back to the pool when written. */
    final class Chunk implements Runnable {
        final short[] left = new short[CHUNK_FRAMES];
        final short[] right = new short[CHUNK_FRAMES];
        private long firstFrame;
        private int frames;
        private @Nullable Recording recording;

        @Override
        public void run() {
            if (recording != null) {
                recording.writeNow(this);
                recording = null;
            }
            free.offer(this);
        }
    }

    /** One file. Its state belongs to the writer's thread. */
    final class Recording {
        private final Path file;
        private final Consumer<String> onFailure;
        private @Nullable StereoWavWriter wav;

        private Recording(Path file, Consumer<String> onFailure) {
            this.file = file;
            this.onFailure = onFailure;
        }

        String file() {
            return file.toString();
        }

        void write(Chunk chunk, long firstFrame, int frames) {
            chunk.firstFrame = firstFrame;
            chunk.frames = frames;
            chunk.recording = this;
            work.add(chunk);
        }

        /** Closes the file after what was handed in, then runs {@code done} on the writer's thread. */
        void finish(Runnable done) {
            work.add(() -> {
                closeFile();
                done.run();
            });
        }

        private void open() {
            try {
                wav = new StereoWavWriter(file);
            } catch (FileAlreadyExistsException exists) {
                onFailure.accept(file + " exists already; a recording never replaces another");
            } catch (IOException failed) {
                onFailure.accept(file + " can't be created: " + failed);
            }
        }

        private void writeNow(Chunk chunk) {
            if (wav == null) {
                return; // failed before, and said so
            }
            try {
                wav.write(chunk.firstFrame, chunk.left, chunk.right, chunk.frames);
            } catch (IOException failed) {
                closeFile();
                onFailure.accept(file + " can't be written on: " + failed);
            }
        }

        private void closeFile() {
            if (wav == null) {
                return;
            }
            try {
                wav.close();
            } catch (IOException failed) {
                onFailure.accept(file + " can't be closed: " + failed);
            }
            wav = null;
        }
    }
}
