package org.rexian.server.journal;

import java.util.Optional;
import java.util.zip.CRC32C;
import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.acd.bytes.Malformed;

/**
 * The first {@value #LENGTH} bytes of a segment: magic, version of the format, content and its version, three numbers, checksum.
 *
 * @param version how records are framed, see {@link Records}
 * @param contentVersion the newest layout of a payload that may occur
 * @param first sequence of the first record
 * @param previous sequence of the last record that was written before this segment: {@code first - 1}, save where the disk had refused
 *     records for a while
 * @param createdAt milliseconds since the epoch
 */
record SegmentHeader(int version, Content content, int contentVersion, long first, long previous, long createdAt) {

    static final int VERSION = 1;
    static final int LENGTH = 48;
    private static final long MAGIC = 0x5265_7869_616E_4C6FL; // "RexianLo"

    static SegmentHeader of(Content content, long first, long previous, long createdAt) {
        return new SegmentHeader(VERSION, content, content.version, first, previous, createdAt);
    }

    byte[] bytes() {
        BytesOut out = new BytesOut(LENGTH);
        out.fixed(MAGIC).fixed(version).fixed(content.code).fixed(contentVersion);
        out.fixed(first).fixed(previous).fixed(createdAt);
        CRC32C crc = new CRC32C();
        crc.update(out.array(), 0, out.length());
        return out.fixed((int) crc.getValue()).toByteArray();
    }

    /** @throws Malformed with a reason that an operator understands */
    static SegmentHeader read(byte[] bytes, int length) throws Malformed {
        BytesIn in = new BytesIn(bytes, 0, Math.min(length, LENGTH));
        if (in.remaining() < LENGTH || in.fixedLong() != MAGIC) {
            throw new Malformed(0, "not a segment of a Rexian log, or cut off in its header");
        }
        int version = in.fixedInt();
        int code = in.fixedInt();
        int contentVersion = in.fixedInt();
        long first = in.fixedLong();
        long previous = in.fixedLong();
        long createdAt = in.fixedLong();
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, in.offset());
        if (in.fixedInt() != (int) crc.getValue()) {
            throw new Malformed(0, "the header's checksum is wrong");
        }
        Optional<Content> content = Content.of(code);
        if (version > VERSION || content.isEmpty() || contentVersion > content.get().version) {
            throw new Malformed(
                    0,
                    "written by a newer engine (format " + version + ", content " + code + " of layout "
                            + contentVersion + "): start that one, or restore the folder of before the upgrade");
        }
        return new SegmentHeader(version, content.get(), contentVersion, first, previous, createdAt);
    }
}
