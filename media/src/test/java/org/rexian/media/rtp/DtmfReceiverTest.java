package org.rexian.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Key presses as src/test/resources/dtmf/scenarios.txt tells them. */
class DtmfReceiverTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/dtmf/scenarios.txt");

    private int sequence;

    @TestFactory
    List<DynamicTest> scenarios() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        List<String> packets = new ArrayList<>();
        String title = "";
        for (String line : Files.readAllLines(SCENARIOS)) {
            if (line.startsWith("== ")) {
                title = line.substring(3);
                packets = new ArrayList<>();
            } else if (line.startsWith("=>")) {
                List<String> all = packets;
                String keys = line.substring(2).strip();
                tests.add(DynamicTest.dynamicTest(
                        title, () -> assertThat(keysOf(all)).isEqualTo(keys)));
            } else if (!line.startsWith("#")) {
                packets.add(line);
            }
        }
        assertThat(tests).hasSizeGreaterThan(10);
        return tests;
    }

    @Test
    void aNewSourceBeginsAnewWhateverItsTimestamp() {
        DtmfReceiver receiver = new DtmfReceiver();
        assertThat(feed(receiver, "1 - M 90000 160", 1)).isEqualTo('1');
        assertThat(feed(receiver, "1 - M 80000 160", 2)).isEqualTo('1');
    }

    @Test
    void aPayloadTooShortIsNoKey() {
        ByteBuffer packet = ByteBuffer.allocate(15).put(0, (byte) 0x80);
        RtpView view = new RtpView();
        assertThat(view.read(packet, 15)).isTrue();
        assertThat(new DtmfReceiver().onPacket(packet, view)).isEqualTo(DtmfReceiver.NONE);
    }

    private String keysOf(List<String> packets) {
        DtmfReceiver receiver = new DtmfReceiver();
        StringBuilder keys = new StringBuilder();
        for (String packet : packets) {
            char key = feed(receiver, packet, 1);
            if (key != DtmfReceiver.NONE) {
                keys.append(key);
            }
        }
        return keys.toString();
    }

    private char feed(DtmfReceiver receiver, String line, int ssrc) {
        String[] words = line.split(" ", -1);
        ByteBuffer packet = ByteBuffer.allocate(16);
        packet.put((byte) 0x80).put((byte) (words[2].equals("M") ? 0xe5 : 0x65)).putShort((short) sequence++);
        packet.putInt(Integer.parseInt(words[3])).putInt(ssrc);
        packet.put((byte) Integer.parseInt(words[0])).put((byte) (words[1].equals("E") ? 0x80 : 0));
        packet.putShort((short) Integer.parseInt(words[4]));
        RtpView view = new RtpView();
        assertThat(view.read(packet, 16)).isTrue();
        return receiver.onPacket(packet, view);
    }
}
