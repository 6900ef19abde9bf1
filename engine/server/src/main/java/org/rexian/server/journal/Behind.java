package org.rexian.server.journal;

/** What can still be read behind a bad place: how many whole records, and what they say of the disk. */
final class Behind {

    private final long last;
    private final Records records = Records.of(SegmentHeader.VERSION);
    private long bytes;
    private long found;
    private long settled = -1;
    private long witness;

    /** @param last the last good record before the bad place */
    Behind(long last) {
        this.last = last;
    }

    void look(byte[] in, int from) {
        bytes += in.length - from;
        int at = from;
        while (at < in.length) {
            if (records.plausible(in, at, in.length, last) && records.read(in, at, in.length)) {
                take();
                at = records.next;
            } else {
                at++;
            }
        }
    }

    private void take() {
        found++;
        if (records.settled > settled) {
            settled = records.settled;
            witness = records.sequence;
        }
    }

    /** How many bytes were looked at. */
    long bytes() {
        return bytes;
    }

    long records() {
        return found;
    }

    /** Up to here everything had been on the disk, as one of the records says; −1 where none is left. */
    long settled() {
        return settled;
    }

    /** The record that says so. */
    long witness() {
        return witness;
    }
}
