package org.rexian.server.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.ConfigurationCodec;
import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.acd.bytes.Malformed;

/**
 * Everything that the router and its folds knew after one command.
 *
 * @param sequence of that command
 * @param at time of that command, epoch milliseconds
 * @param configuration the one that was told last
 * @param router the router's part
 * @param keepsakes the folds' parts by name
 */
record Snapshot(
        long sequence,
        long at,
        Optional<AcdConfiguration> configuration,
        BytesIn router,
        Map<String, BytesIn> keepsakes) {

    static final int VERSION = 1;
    private static final long MAGIC = 0x5265_7869_616E_536EL; // "RexianSn"
    private static final int HEAD = 16;

    /** The beginning of the bytes, to be followed by the router's part and those of the folds. */
    static BytesOut begin(BytesOut out, long sequence, long at, Optional<AcdConfiguration> configuration) {
        out.fixed(MAGIC).fixed(VERSION).fixed(0);
        return out.number(sequence).number(at).optional(configuration, ConfigurationCodec::write);
    }

    /** Sets the checksum, when all is written. */
    static void seal(BytesOut out) {
        out.setFixed(HEAD - 4, checksum(out.array(), out.length()));
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, HEAD, length - HEAD);
        return (int) crc.getValue();
    }

    static Snapshot read(Path file) throws IOException, Malformed {
        byte[] bytes = Files.readAllBytes(file);
        BytesIn in = new BytesIn(bytes);
        if (bytes.length < HEAD || in.fixedLong() != MAGIC) {
            throw new Malformed(0, "not a snapshot of Rexian, or cut off");
        }
        int version = in.fixedInt();
        if (version > VERSION) {
            throw new Malformed(8, "written by a newer engine (version " + version + ")");
        }
        if (in.fixedInt() != checksum(bytes, bytes.length)) {
            throw new Malformed(12, "the checksum is wrong");
        }
        long sequence = in.number();
        long at = in.number();
        Optional<AcdConfiguration> configuration = in.optional(ConfigurationCodec::read);
        BytesIn router = in.block();
        Map<String, BytesIn> keepsakes = new TreeMap<>(in.map(BytesIn::block));
        in.end();
        return new Snapshot(sequence, at, configuration, router, keepsakes);
    }
}
