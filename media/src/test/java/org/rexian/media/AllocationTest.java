package org.rexian.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.media.wav.Tone;
import org.rexian.media.wav.WavBytes;

/** Nothing is allocated for a packet once the code is compiled: the loop's thread is this one, and its allocation is counted. */
class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int PACKETS = 20_000;
    /** Half a byte a packet: room for a stray allocation of the JDK, and for RTCP and its like, but for nothing regular. */
    private static final long STRAY_BYTES = 10_000;

    /** How long the compiler may take before what it leaves over counts as ours. */
    private static final long COMPILER_NANOS = 60_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void promptsAllocateNothingAPacket() throws IOException {
        Path prompt = WavBytes.write(folder.resolve("p.wav"), Tone.sine(440, 8_000, 8_000, 8_050));
        try (Studio studio = new Studio();
                Phone phone = new Phone()) {
            studio.prompts.prepare(List.of(prompt));
            for (int i = 0; i < 20; i++) {
                studio.connected(new Studio.Told(), phone.format(AudioCodec.PCMU))
                        .play(i, List.of(prompt), true);
            }
            measure(studio, () -> studio.advance(20), 20);
        }
    }

    @Test
    void aBridgeAllocatesNothingAPacket() throws IOException {
        try (Studio studio = new Studio();
                Phone ann = new Phone();
                Phone bob = new Phone()) {
            MediaSession a = studio.connected(new Studio.Told(), ann.format(AudioCodec.PCMU));
            MediaSession b = studio.connected(new Studio.Told(), bob.format(AudioCodec.PCMA));
            a.bridge(b, true);
            studio.turn();
            Sender sender = new Sender(ann, a);
            Sender back = new Sender(bob, b);
            measure(
                    studio,
                    () -> {
                        sender.send();
                        back.send();
                        studio.advance(20);
                    },
                    2);
        }
    }

    @Test
    void aMixAllocatesNothingAPacket() throws IOException {
        try (Studio studio = new Studio();
                Phone ann = new Phone();
                Phone bob = new Phone();
                Phone eve = new Phone()) {
            MediaSession a = studio.connected(new Studio.Told(), ann.format(AudioCodec.PCMU));
            MediaSession b = studio.connected(new Studio.Told(), bob.format(AudioCodec.PCMA));
            MediaSession e = studio.connected(new Studio.Told(), eve.format(AudioCodec.PCMU));
            Mixer mixer = studio.plane.mixerBeside(a);
            mixer.join(a, MixerRole.PARTICIPANT);
            mixer.join(b, MixerRole.PARTICIPANT);
            mixer.join(e, MixerRole.whisperTo(a));
            studio.turn();
            Sender sender = new Sender(ann, a);
            Sender back = new Sender(bob, b);
            measure(
                    studio,
                    () -> {
                        sender.send();
                        if (sender.sequence % 10 != 0) { // the rest is concealed
                            back.send();
                        } else {
                            back.sequence++;
                        }
                        studio.advance(20);
                    },
                    3);
        }
    }

    /** In rounds, until one shows the steady state: how soon the compiler is done depends on what else the machine does. */
    private static void measure(Studio studio, Runnable round, int packetsARound) {
        long least = Long.MAX_VALUE;
        long giveUp = System.nanoTime() + COMPILER_NANOS;
        while (least >= STRAY_BYTES && System.nanoTime() - giveUp < 0) {
            long packets = studio.plane.counters().packetsSent();
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < PACKETS / packetsARound; i++) {
                round.run();
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
            assertThat(studio.plane.counters().packetsSent() - packets).isGreaterThan(PACKETS * 99 / 100);
        }
        assertThat(least).as("bytes for %d packets", PACKETS).isLessThan(STRAY_BYTES);
    }

    /** Sends from one connected channel without allocating, so that what is measured is the engine's. */
    private static final class Sender {
        private final Phone phone;
        private final MediaSession session;
        private final ByteBuffer packet = ByteBuffer.allocateDirect(172);
        private int sequence;

        Sender(Phone phone, MediaSession session) {
            this.phone = phone;
            this.session = session;
        }

        void send() {
            sequence++;
            packet.clear();
            packet.put(0, (byte) 0x80).put(1, (byte) 0).putShort(2, (short) sequence);
            packet.putInt(4, sequence * 160).putInt(8, 7);
            phone.sendRaw(session, packet);
        }
    }
}
