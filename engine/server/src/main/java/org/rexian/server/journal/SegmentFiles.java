package org.rexian.server.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where segments are written: the disk, or in tests one that is full. */
interface SegmentFiles {

    SegmentFiles DISK = DiskFile::new;

    /** A new, empty file; one that is there already is emptied. */
    Output create(Path file) throws IOException;

    /** A file that grows. One thread writes, another may force and close meanwhile. */
    interface Output extends Closeable {

        /** Appends the first {@code length} bytes, all of them or an exception. */
        void write(byte[] bytes, int length) throws IOException;

        /** Whatever was written before is on the disk when this returns. */
        void force() throws IOException;
    }

    /** On the disk. */
    final class DiskFile implements Output {

        private final FileChannel channel;

        DiskFile(Path file) throws IOException {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        }

        @Override
        public void write(byte[] bytes, int length) throws IOException {
            ByteBuffer rest = ByteBuffer.wrap(bytes, 0, length);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
