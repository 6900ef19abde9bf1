package org.rexian.media;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.rexian.media.codec.G711;
import org.rexian.media.rtp.JitterBuffer;
import org.rexian.media.rtp.ReceptionStatistics.Order;
import org.rexian.media.rtp.RtpView;

/**
 * A stream's place in a mix: what it says, waiting to be heard on the loop's clock, and whom it hears. Each listener takes its packet
 * straight from the speakers' buffers at its own turn of the wheel, so there is no mixing clock besides the wheel and packets of any
 * length go in and out. Of the loop's thread.
 */
final class Seat {

    private static final int FRAMES_A_MILLI = 8;
    private static final int MAX_FRAMES = 60 * FRAMES_A_MILLI;

    private final Mix mix;
    private final RtpStream stream;
    private final MediaSession session;
    private final JitterBuffer said;
    private final int[] sum = new int[MAX_FRAMES];
    private MixerRole role;
    private Seat[] heard = {};
    private int heardUntil;

    Seat(Mix mix, RtpStream stream, MediaSession session, MixerRole role, int milli) {
        this.mix = mix;
        this.stream = stream;
        this.session = session;
        this.role = role;
        this.said = new JitterBuffer(frameAt(milli));
        this.heardUntil = frameAt(milli);
    }

    /** The loop's clock in samples. It wraps: compare by difference. */
    static int frameAt(int milli) {
        return milli * FRAMES_A_MILLI;
    }

    /** Takes in what the stream received. */
    void audio(ByteBuffer packet, RtpView view, AudioCodec codec, Order order, int milli) {
        said.put(packet, view, G711.toLinear(codec), order, frameAt(milli));
    }

    /** The stream is on hold: what it said last is not heard any more either. */
    void silence(int milli) {
        said.clear(frameAt(milli));
    }

    /** Puts what the stream hears in the {@code frames} before {@code milli} to {@code offset}. */
    void mix(AudioCodec codec, int frames, ByteBuffer out, int offset, int milli) {
        mixUntil(frameAt(milli), codec, frames, out, offset);
    }

    private void mixUntil(int end, AudioCodec codec, int frames, ByteBuffer out, int offset) {
        Arrays.fill(sum, 0, frames, 0);
        for (Seat speaker : heard) {
            speaker.said.addTo(sum, end, frames);
        }
        mix.announcement().addTo(sum, end, frames);
        G711.encode(codec, sum, frames, out, offset);
        heardUntil = end;
    }

    /**
     * Sends at once, in whole packets, what others have said already and the stream has not heard yet; no more than a late loop would
     * send in one go.
     */
    void hearOut(ByteBuffer packet, StreamFormat format, InetSocketAddress target, int milli) {
        int frames = FRAMES_A_MILLI * format.ptimeMillis();
        int limit = frameAt(milli) + FRAMES_A_MILLI * PacingWheel.MAX_CATCH_UP_MILLIS;
        int end = heardUntil;
        for (Seat speaker : heard) {
            end = Math.max(end - heardUntil, speaker.said.end() - heardUntil) + heardUntil;
        }
        end = Math.min(end - heardUntil, limit - heardUntil) + heardUntil;
        while (end - heardUntil >= frames) {
            mixUntil(heardUntil + frames, format.codec(), frames, packet.clear(), RtpView.HEADER_BYTES);
            stream.outlet().audio(packet, frames, format, target, milli, stream.recorder());
        }
    }

    void hear(Seat[] speakers) {
        heard = speakers;
    }

    void role(MixerRole next) {
        role = next;
    }

    MixerRole role() {
        return role;
    }

    Mix mix() {
        return mix;
    }

    RtpStream stream() {
        return stream;
    }

    MediaSession session() {
        return session;
    }
}
