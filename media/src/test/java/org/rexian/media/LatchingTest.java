package org.rexian.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may become a stream's source, and who may not. */
class LatchingTest {

    private static final InetSocketAddress BEHIND_NAT = new InetSocketAddress("127.0.0.77", 4_000);

    private final Studio studio = new Studio(Studio.settings().withSilenceWhenIdle(true));
    private final Phone phone = new Phone();
    private final Phone attacker = new Phone();
    private final Studio.Told told = new Studio.Told();
    private MediaSession session;

    @BeforeEach
    void open() {
        session = studio.open(told);
    }

    @AfterEach
    void close() {
        studio.close();
        phone.close();
        attacker.close();
    }

    @Test
    void aStrangerIsNeverHeardWhereTheAddressIsKnown() {
        session.connect(phone.format(AudioCodec.PCMU));
        studio.turn();
        for (int i = 0; i < 10; i++) {
            attacker.event(session, 5, false, true, i * 1_000, 160);
            studio.advance(20);
        }
        assertThat(told.events).isEmpty();
        assertThat(attacker.heard()).isEmpty();
        phone.event(session, 7, false, true, 1_000, 160);
        studio.advance(20);
        assertThat(told.events).containsExactly("digit 7");
    }

    @Test
    void packetsThatCameBeforeTheAgreementAreGone() {
        studio.turn();
        attacker.event(session, 5, false, true, 1_000, 160);
        session.connect(phone.format(AudioCodec.PCMU));
        studio.advance(20);
        assertThat(told.events).isEmpty();
    }

    @Test
    void theSourceIsLearntOnceAndThenNeverMoves() {
        session.connect(nat(Optional.empty()));
        studio.turn();
        speak(phone, 3);
        phone.heard();
        speak(attacker, 10);
        attacker.event(session, 5, false, true, 50_000, 160);
        studio.advance(40);
        assertThat(phone.heard()).isNotEmpty();
        assertThat(attacker.heard()).isEmpty();
        assertThat(told.events).isEmpty();
    }

    @Test
    void onePacketIsNotEnoughNorAreTwoThatDoNotFollow() {
        session.connect(nat(Optional.empty()));
        studio.turn();
        attacker.say(session, AudioCodec.PCMU, new short[160]);
        attacker.sequence += 5;
        attacker.say(session, AudioCodec.PCMU, new short[160]);
        studio.advance(40);
        assertThat(attacker.heard()).isEmpty();
        assertThat(studio.plane.counters().droppedStranger()).isEqualTo(2);
    }

    @Test
    void onlyTheSignallingHostOrTheDescriptionsOwnMayBeLearnt() {
        session.connect(nat(Optional.of(InetAddress.ofLiteral("127.0.0.99"))));
        studio.turn();
        speak(attacker, 10);
        assertThat(attacker.heard()).isEmpty();
        assertThat(studio.plane.counters().droppedStranger()).isEqualTo(10);

        session.connect(nat(Optional.of(InetAddress.ofLiteral("127.0.0.1"))));
        studio.turn();
        speak(phone, 3);
        assertThat(phone.heard()).isNotEmpty();
    }

    @Test
    void aNewAgreementMayMoveTheSource() {
        session.connect(nat(Optional.empty()));
        studio.turn();
        speak(attacker, 3);
        attacker.heard();
        session.connect(phone.format(AudioCodec.PCMU));
        studio.advance(40);
        assertThat(phone.heard()).isNotEmpty();
        assertThat(attacker.heard()).isEmpty();
    }

    @Test
    void packetsOfATypeThatWasNotAgreedOnAreDroppedAndTeachNothing() {
        session.connect(nat(Optional.empty()));
        studio.turn();
        for (int i = 0; i < 5; i++) {
            attacker.send(session, attacker.packet(18, false, i * 160, new byte[20]));
            studio.advance(20);
        }
        attacker.send(session, new byte[] {1, 2, 3});
        studio.advance(20);
        assertThat(attacker.heard()).isEmpty();
        assertThat(studio.plane.counters().droppedUnwanted()).isEqualTo(5);
        assertThat(studio.plane.counters().droppedMalformed()).isEqualTo(1);
    }

    private void speak(Phone who, int packets) {
        for (int i = 0; i < packets; i++) {
            who.say(session, AudioCodec.PCMU, new short[160]);
            studio.advance(20);
        }
    }

    private static StreamFormat nat(Optional<InetAddress> from) {
        return new StreamFormat(
                BEHIND_NAT,
                new InetSocketAddress("127.0.0.77", 4_001),
                true,
                from,
                AudioCodec.PCMU,
                0,
                101,
                20,
                true,
                true);
    }
}
