package org.rexian.media.rtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/**
 * RTCP of one leg (RFC 3550 §6): writes compound packets (SR or RR, SDES CNAME, BYE) and reads the peer's. The NTP clock is the
 * loop's own, elapsed since some start, as §4 allows: only differences are ever used.
 */
public final class RtcpSession {

    private static final int SR = 200;
    private static final int RR = 201;
    private static final int SDES = 202;
    private static final int BYE = 203;
    private static final int REPORT_BYTES = 24;

    private final OutgoingStream out;
    private final ReceptionStatistics in;
    private byte[] cname;
    private long packetsAtLastReport;
    private int lastSenderReport;
    private long lastSenderReportNanos;
    private double roundTripMillis = -1;
    private double remoteLossRatio;
    private double remoteJitterMillis;
    private boolean byeReceived;

    public RtcpSession(OutgoingStream out, ReceptionStatistics in, String cname) {
        this.out = out;
        this.in = in;
        this.cname = cname.getBytes(US_ASCII);
    }

    public String cname() {
        return new String(cname, US_ASCII);
    }

    /** Goes on under another session's name. */
    public void cname(String saved) {
        cname = saved.getBytes(US_ASCII);
    }

    /** Writes one compound packet from index 0 on and returns its length. */
    public int write(ByteBuffer to, long nowNanos, int nowMilli, boolean bye) {
        boolean sender = out.packets() > packetsAtLastReport;
        packetsAtLastReport = out.packets();
        int at = sender ? writeSenderHead(to, nowNanos, nowMilli) : 8;
        int reports = in.started() ? 1 : 0;
        if (reports > 0) {
            at = writeReport(to, at, nowNanos);
        }
        writeHead(to, 0, sender ? SR : RR, reports, at);
        at = writeCname(to, at);
        if (bye) {
            writeHead(to, at, BYE, 1, 8);
            at += 8;
        }
        return at;
    }

    private void writeHead(ByteBuffer to, int at, int type, int count, int bytes) {
        to.put(at, (byte) (0x80 | count));
        to.put(at + 1, (byte) type);
        to.putShort(at + 2, (short) (bytes / 4 - 1));
        to.putInt(at + 4, out.ssrc());
    }

    private int writeSenderHead(ByteBuffer to, long nowNanos, int nowMilli) {
        to.putLong(8, ntp(nowNanos));
        to.putInt(16, out.timestampNow(nowMilli));
        to.putInt(20, (int) out.packets());
        to.putInt(24, (int) out.octets());
        return 28;
    }

    private int writeReport(ByteBuffer to, int at, long nowNanos) {
        to.putInt(at, in.ssrc());
        to.putInt(at + 4, (in.takeFractionLost() << 24) | (in.cumulativeLost() & 0xffffff));
        to.putInt(at + 8, in.extendedHighestSequence());
        to.putInt(at + 12, in.jitter());
        to.putInt(at + 16, lastSenderReport);
        long delay = lastSenderReport == 0 ? 0 : nowNanos - lastSenderReportNanos;
        to.putInt(at + 20, (int) (delay * 65_536 / 1_000_000_000));
        return at + REPORT_BYTES;
    }

    private int writeCname(ByteBuffer to, int at) {
        int item = 8 + 2 + cname.length;
        int bytes = (item + 4) & ~3; // at least one null octet ends the list
        to.put(at + 8, (byte) 1);
        to.put(at + 9, (byte) cname.length);
        for (int i = 0; i < cname.length; i++) {
            to.put(at + 10 + i, cname[i]);
        }
        for (int i = item; i < bytes; i++) {
            to.put(at + i, (byte) 0);
        }
        writeHead(to, at, SDES, 1, bytes);
        return at + bytes;
    }

    /** Reads a compound packet from index 0 on; false when it is none (§A.2). */
    public boolean read(ByteBuffer from, int length, long nowNanos) {
        if (!wellFormed(from, length)) {
            return false;
        }
        for (int at = 0; at < length; at += bytes(from, at)) {
            int type = from.get(at + 1) & 0xff;
            int count = from.get(at) & 0x1f;
            int end = at + bytes(from, at);
            switch (type) {
                case SR -> {
                    if (at + 28 <= end) {
                        lastSenderReport = (int) (from.getLong(at + 8) >> 16);
                        lastSenderReportNanos = nowNanos;
                        readReports(from, at + 28, end, count, nowNanos);
                    }
                }
                case RR -> readReports(from, at + 8, end, count, nowNanos);
                case BYE -> byeReceived = true;
                default -> {} // SDES, APP, feedback: nothing that we act upon
            }
        }
        return true;
    }

    private static boolean wellFormed(ByteBuffer from, int length) {
        int first = length < 8 ? 0 : from.get(1) & 0xff;
        if (first != SR && first != RR) {
            return false;
        }
        int at = 0;
        while (at + 4 <= length) {
            if ((from.get(at) & 0xc0) != 0x80) {
                return false;
            }
            at += bytes(from, at);
        }
        return at == length;
    }

    private static int bytes(ByteBuffer from, int at) {
        return 4 * ((from.getShort(at + 2) & 0xffff) + 1);
    }

    private void readReports(ByteBuffer from, int start, int end, int count, long nowNanos) {
        int at = start;
        for (int i = 0; i < count && at + REPORT_BYTES <= end; i++, at += REPORT_BYTES) {
            if (from.getInt(at) == out.ssrc()) {
                remoteLossRatio = (from.get(at + 4) & 0xff) / 256.0;
                remoteJitterMillis = (from.getInt(at + 12) & 0xffffffffL) / 8.0;
                readRoundTrip(from.getInt(at + 16), from.getInt(at + 20), nowNanos);
            }
        }
    }

    private void readRoundTrip(int lastReport, int delay, long nowNanos) {
        int now = (int) (ntp(nowNanos) >> 16);
        int roundTrip = now - lastReport - delay;
        if (lastReport != 0 && roundTrip >= 0 && roundTrip < 60 << 16) {
            roundTripMillis = roundTrip * 1_000.0 / 65_536;
        }
    }

    /** 32 bits of seconds, 32 of their fraction. One hour is added so that the middle bits are never all zero at the start. */
    private static long ntp(long nanos) {
        long positive = Math.floorMod(nanos, 1L << 60) + 3_600_000_000_000L;
        return ((positive / 1_000_000_000) << 32) | (((positive % 1_000_000_000) << 32) / 1_000_000_000);
    }

    /** Or −1. */
    public double roundTripMillis() {
        return roundTripMillis;
    }

    /** As the peer last reported of our stream, 0–1. */
    public double remoteLossRatio() {
        return remoteLossRatio;
    }

    public double remoteJitterMillis() {
        return remoteJitterMillis;
    }

    public boolean byeReceived() {
        return byeReceived;
    }
}
