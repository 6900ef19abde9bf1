package org.rexian.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionLifeTest {

    private Studio studio =
            new Studio(Studio.settings().withMediaTimeoutMillis(1_000).withSilenceWhenIdle(true));
    private final Phone phone = new Phone();
    private final Studio.Told told = new Studio.Told();

    @AfterEach
    void close() {
        studio.close();
        phone.close();
    }

    @Test
    void aSilentPeerIsReportedOnceAndAgainAfterItSpoke() {
        MediaSession session = studio.connected(told, phone.format(AudioCodec.PCMU));
        studio.advance(990);
        assertThat(told.events).isEmpty();
        studio.advance(2_000);
        assertThat(told.events).containsExactly("timeout");
        phone.say(session, AudioCodec.PCMU, new short[160]);
        studio.advance(1_100);
        assertThat(told.events).containsExactly("timeout", "timeout");
    }

    @Test
    void onHoldSilenceIsNoFault() {
        StreamFormat open = phone.format(AudioCodec.PCMU);
        studio.connected(
                told,
                new StreamFormat(open.remote(), open.remoteRtcp(), false, AudioCodec.PCMU, 0, 101, 20, false, true));
        studio.advance(3_000);
        assertThat(told.events).isEmpty();
    }

    @Test
    void portsComeInPairsRunOutAndComeBack() {
        studio.close();
        studio = new Studio(Studio.settings().withPorts(26_201, 26_206));
        MediaSession first = studio.open(told);
        assertThat(first.localAddress().getPort()).isEqualTo(26_202);
        assertThat(studio.open(told).localAddress().getPort()).isEqualTo(26_204);
        assertThat(studio.plane.open(told)).isEmpty();
        assertThat(studio.plane.counters().noPort()).isEqualTo(1);
        first.close();
        first.close();
        studio.advance(2);
        assertThat(told.events).containsExactly("closed");
        assertThat(studio.plane.open(told)).isPresent();
        studio.turn();
        assertThat(studio.plane.counters().sessions()).isEqualTo(2);
    }

    @Test
    void aFaultEndsItsOwnSessionAlone() {
        Studio.Told faulty = new Studio.Told() {
            @Override
            public void onDigit(char digit) {
                throw new IllegalStateException("a listener's mistake");
            }
        };
        MediaSession one = studio.connected(faulty, phone.format(AudioCodec.PCMU));
        MediaSession other = studio.connected(told, phone.format(AudioCodec.PCMU));
        phone.event(one, 5, false, true, 9_000, 160);
        phone.event(other, 6, false, true, 9_000, 160);
        studio.advance(5);
        assertThat(faulty.events).containsExactly("closed");
        assertThat(told.events).containsExactly("digit 6");
        assertThat(studio.plane.counters().loopFaults()).isEqualTo(1);
        assertThat(studio.plane.counters().sessions()).isEqualTo(1);
    }

    @Test
    void whatIsAskedForAfterTheEndIsPassedOver() {
        MediaSession session = studio.connected(told, phone.format(AudioCodec.PCMU));
        studio.close();
        assertThat(told.events).containsExactly("closed");
        session.stopPlayback();
        session.close();
        assertThat(told.events).containsExactly("closed");
    }

    @Test
    void qualityTellsOfLossAndRoundTrip() {
        MediaSession session = studio.connected(told, phone.format(AudioCodec.PCMU));
        for (int i = 0; i < 100; i++) {
            if (i % 10 == 5) {
                phone.sequence++;
            } else {
                phone.say(session, AudioCodec.PCMU, new short[160]);
            }
            studio.advance(20);
        }
        phone.heardRtcp();
        List<byte[]> reports = List.of();
        while (reports.isEmpty()) {
            studio.advance(1);
            reports = phone.heardRtcp();
        }
        ByteBuffer report = ByteBuffer.wrap(lastSenderReport(reports).orElseThrow());
        studio.advance(100);
        phone.sendRtcp(session, receiverReport(report.getInt(4), (int) (report.getLong(8) >> 16)));
        studio.advance(1);
        session.close();
        studio.advance(2);
        Quality quality = told.quality.orElseThrow();
        assertThat(quality.packetsReceived()).isEqualTo(90);
        assertThat(quality.packetsLost()).isEqualTo(10);
        assertThat(quality.packetsSent()).isGreaterThan(90);
        assertThat(quality.mos()).isBetween(2.5, 4.0);
        assertThat(quality.roundTripMillis()).isBetween(100.0, 102.0);
        List<byte[]> last = phone.heardRtcp();
        assertThat(last.getLast()).as("BYE at the end").endsWith(bye(report.getInt(4)));
    }

    @Test
    void reportsNameTheLossAndTheSource() {
        MediaSession session = studio.connected(told, phone.format(AudioCodec.PCMU));
        phone.say(session, AudioCodec.PCMU, new short[160]);
        phone.sequence++;
        phone.say(session, AudioCodec.PCMU, new short[160]);
        studio.advance(8_000);
        ByteBuffer report = ByteBuffer.wrap(lastSenderReport(phone.heardRtcp()).orElseThrow());
        assertThat(report.get(0) & 0x1f).isEqualTo(1);
        assertThat(report.getInt(28)).isEqualTo(phone.ssrc);
        assertThat(report.getInt(32) & 0xffffff).isEqualTo(1);
        int sdes = 4 * (report.getShort(2) + 1);
        assertThat(report.get(sdes + 1) & 0xff).isEqualTo(202);
    }

    private static Optional<byte[]> lastSenderReport(List<byte[]> packets) {
        assertThat(packets).isNotEmpty();
        byte[] last = packets.getLast();
        return (last[1] & 0xff) == 200 ? Optional.of(last) : Optional.empty();
    }

    private static byte[] receiverReport(int about, int lastSenderReport) {
        ByteBuffer report = ByteBuffer.allocate(32);
        report.put((byte) 0x81)
                .put((byte) 201)
                .putShort((short) 7)
                .putInt(0x1234)
                .putInt(about);
        report.putInt(0).putInt(0).putInt(0).putInt(lastSenderReport).putInt(0);
        return report.array();
    }

    private static byte[] bye(int ssrc) {
        return ByteBuffer.allocate(8)
                .put((byte) 0x81)
                .put((byte) 203)
                .putShort((short) 1)
                .putInt(ssrc)
                .array();
    }
}
