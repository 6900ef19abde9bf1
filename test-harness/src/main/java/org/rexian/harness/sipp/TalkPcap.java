package org.rexian.harness.sipp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rexian.harness.audio.Tone;
import org.rexian.harness.audio.Ulaw;

/**
 * Writes what SIPp's {@code play_pcap_audio} plays: one RTP stream of PCMU speech and RFC 4733 key presses, 20 ms a packet, with one
 * SSRC and unbroken sequence numbers, as a phone sends it. (SIPp's own {@code play_dtmf} is a stream without speech.)
 */
public final class TalkPcap {
    private static final int SAMPLES = Tone.RATE / 50;
    private static final int EVENT_PACKETS = 5;
    private static final int EVENT_TYPE = 101;
    private static final int SSRC = 0x5EC1A41A;
    private static final String KEYS = "0123456789*#ABCD";

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private int sequence = 1;
    private int timestamp = 1600;
    private int millis;

    public TalkPcap() {
        ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0xA1B2C3D4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65_535)
                .putInt(1);
        file.writeBytes(header.array());
    }

    /** Speech, or what stands for it; a rest shorter than a packet is dropped. */
    public TalkPcap say(short[] samples) {
        byte[] codes = Ulaw.encode(samples);
        for (int at = 0; at + SAMPLES <= codes.length; at += SAMPLES) {
            ByteBuffer payload = ByteBuffer.wrap(codes, at, SAMPLES);
            packet(0, false, payload, timestamp);
            timestamp += SAMPLES;
        }
        return this;
    }

    /** Each key for 100 ms, its end sent three times, then 100 ms of silence. */
    public TalkPcap press(String keys) {
        for (int i = 0; i < keys.length(); i++) {
            int event = KEYS.indexOf(keys.charAt(i));
            if (event < 0) {
                throw new IllegalArgumentException("no such key: " + keys.charAt(i));
            }
            press(event);
            say(Tone.silence(100));
        }
        return this;
    }

    private void press(int event) {
        int begin = timestamp;
        for (int i = 1; i <= EVENT_PACKETS + 2; i++) {
            boolean end = i >= EVENT_PACKETS;
            int duration = Math.min(i, EVENT_PACKETS) * SAMPLES;
            ByteBuffer payload = ByteBuffer.allocate(4).put((byte) event).put((byte) (end ? 0x8A : 0x0A));
            packet(EVENT_TYPE, i == 1, payload.putShort((short) duration).flip(), begin);
        }
        timestamp = begin + (EVENT_PACKETS + 2) * SAMPLES;
    }

    private void packet(int payloadType, boolean marker, ByteBuffer payload, int rtpTime) {
        int udp = 8 + 12 + payload.remaining();
        ByteBuffer frame = ByteBuffer.allocate(14 + 20 + udp);
        frame.position(12).putShort((short) 0x0800);
        frame.putShort((short) 0x4500)
                .putShort((short) (20 + udp))
                .putInt(0)
                .putShort((short) 0x4011)
                .putShort((short) 0);
        frame.putInt(0x7F000001).putInt(0x7F000001);
        frame.putShort((short) 16_000)
                .putShort((short) 16_002)
                .putShort((short) udp)
                .putShort((short) 0);
        frame.put((byte) 0x80).put((byte) (payloadType | (marker ? 0x80 : 0))).putShort((short) sequence++);
        frame.putInt(rtpTime).putInt(SSRC).put(payload.duplicate());
        ByteBuffer record = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(millis / 1000)
                .putInt(millis % 1000 * 1000)
                .putInt(frame.capacity())
                .putInt(frame.capacity());
        file.writeBytes(record.array());
        file.writeBytes(frame.array());
        millis += 20;
    }

    public Path writeTo(Path pcap) {
        try {
            return Files.write(pcap, file.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code TalkPcap KEYS FILE}: a second of 440 Hz, the keys, ten seconds of 440 Hz. */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("usage: TalkPcap KEYS FILE, e.g. TalkPcap 1 talk.pcap");
            System.exit(2);
        }
        new TalkPcap()
                .say(Tone.sine(440, -12, 1000))
                .press(arguments[0])
                .say(Tone.sine(440, -12, 10_000))
                .writeTo(Path.of(arguments[1]));
    }
}
