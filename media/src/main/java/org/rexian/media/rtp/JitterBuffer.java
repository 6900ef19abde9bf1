package org.rexian.media.rtp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.rexian.media.rtp.ReceptionStatistics.Order;

/**
 * What one source says, laid out on a clock of samples (8 kHz) to be heard a little later, so that several can be heard at one time
 * and one by several. A packet's place follows from its timestamp; what is missing when its time has come is concealed. All
 * positions are counted in samples and wrap: they are compared by difference.
 */
public final class JitterBuffer {

    /** The longest stretch that can be heard at once. */
    public static final int MAX_HEARD = 480;

    private static final int RING = 4_096;
    private static final int MASK = RING - 1;
    /** How much of what was heard stays: for the longest packet, and for concealment to look back on. */
    private static final int KEPT = 1_024;
    /** Stands where nothing has come; no G.711 octet decodes to it. */
    private static final short HOLE = Short.MIN_VALUE;
    /** Samples over which one stretch turns into another without a click: 4 ms. */
    static final int BLEND = 32;

    private final short[] ring = new short[RING];
    private final PlayoutDelay delay = new PlayoutDelay();
    private final Concealment concealment = new Concealment();
    private int settled;
    private int contiguous;
    private int end;
    private int soundEnd;

    public JitterBuffer(int now) {
        clear(now);
    }

    /** Forgets everything; the next packet begins anew. */
    public void clear(int now) {
        Arrays.fill(ring, HOLE);
        fill(now - KEPT, now, (short) 0);
        delay.reset();
        concealment.beginSilence();
        settled = now;
        contiguous = now;
        end = now;
        soundEnd = now;
    }

    /** The end of what has come so far. */
    public int end() {
        return end;
    }

    // ---- in

    /** Takes in the packet that {@code view} is of. {@code now} is the clock at its arrival. */
    public void put(ByteBuffer packet, RtpView view, short[] toLinear, Order order, int now) {
        if (now - settled > RING - KEPT) {
            clear(now); // nobody has listened for long
        }
        int octets = view.payloadLength();
        boolean quiet = isQuiet(packet, view.payloadOffset(), octets, toLinear);
        int begin = delay.place(view.ssrc(), view.timestamp(), octets, quiet, order, now);
        int from = Math.max(0, settled - begin);
        int until = Math.min(octets, settled + RING - KEPT - begin);
        if (from >= until) {
            return;
        }
        write(packet, view.payloadOffset(), from, until, toLinear, begin);
        took(begin + from, begin + until);
    }

    private static boolean isQuiet(ByteBuffer packet, int offset, int octets, short[] toLinear) {
        for (int i = 0; i < octets; i += 4) {
            if (Math.abs(toLinear[packet.get(offset + i) & 0xff]) > PlayoutDelay.QUIET) {
                return false;
            }
        }
        return true;
    }

    private void write(ByteBuffer packet, int offset, int from, int until, short[] toLinear, int begin) {
        int i = from;
        for (; i < until && begin + i - end < 0 && i - from < BLEND; i++) { // over what came before
            int at = (begin + i) & MASK;
            int sample = toLinear[packet.get(offset + i) & 0xff];
            ring[at] = ring[at] == HOLE ? (short) sample : blend(ring[at], sample, i - from);
        }
        for (; i < until; i++) {
            ring[(begin + i) & MASK] = toLinear[packet.get(offset + i) & 0xff];
        }
    }

    private void took(int from, int until) {
        if (from - contiguous <= 0 && until - contiguous > 0) {
            contiguous = until;
        }
        end = later(end, until);
        soundEnd = later(soundEnd, until);
    }

    // ---- out

    /** Adds the {@code frames} before {@code until} to {@code sum}; several listeners may do so in any order of 60 ms. */
    public void addTo(int[] sum, int until, int frames) {
        settle(until);
        int begin = until - frames;
        if (begin - soundEnd >= 0) {
            return;
        }
        int at = begin & MASK;
        int first = Math.min(frames, RING - at);
        for (int i = 0; i < first; i++) {
            sum[i] += ring[at + i];
        }
        for (int i = first; i < frames; i++) {
            sum[i] += ring[i - first];
        }
    }

    /** Makes final what is heard before {@code until}: whatever comes for it from now on is too late. */
    private void settle(int until) {
        if (until - settled <= 0) {
            return;
        }
        if (until - settled > RING - KEPT) {
            clear(until);
            return;
        }
        fill(settled - KEPT, until - KEPT, HOLE);
        if (until - contiguous > 0 || concealment.active()) {
            conceal(until);
        }
        settled = until;
        contiguous = later(contiguous, until);
        while (contiguous - end < 0 && ring[contiguous & MASK] != HOLE) {
            contiguous++;
        }
    }

    private void conceal(int until) {
        if (concealment.silent() && end - settled <= 0) {
            fill(settled, until, (short) 0);
            return;
        }
        for (int frame = settled; frame - until < 0; frame++) {
            int at = frame & MASK;
            if (ring[at] == HOLE) {
                if (!concealment.active() || concealment.resuming()) {
                    concealment.begin(ring, MASK, frame);
                }
                ring[at] = concealment.next();
                if (ring[at] != 0) {
                    soundEnd = later(soundEnd, frame + 1);
                }
            } else if (concealment.active()) {
                ring[at] = concealment.resume(ring[at]);
            }
        }
    }

    private void fill(int from, int until, short value) {
        int at = from & MASK;
        int first = Math.min(until - from, RING - at);
        Arrays.fill(ring, at, at + first, value);
        Arrays.fill(ring, 0, until - from - first, value);
    }

    private static int later(int one, int other) {
        return other - one > 0 ? other : one;
    }

    static short blend(int before, int after, int step) {
        return (short) ((before * (BLEND - step) + after * step) / BLEND);
    }
}
