package org.rexian.sip;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Secure random numbers by the page: one call into the operating system serves hundreds of tags and branches. One thread. */
final class BufferedSecureRandom implements RandomGenerator {
    private final SecureRandom source = new SecureRandom();
    private final ByteBuffer page = ByteBuffer.allocate(4_096).limit(0);

    @Override
    public long nextLong() {
        if (page.remaining() < Long.BYTES) {
            source.nextBytes(page.array());
            page.clear();
        }
        return page.getLong();
    }
}
