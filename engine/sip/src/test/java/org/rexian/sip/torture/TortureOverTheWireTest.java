package org.rexian.sip.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rexian.sip.Account;
import org.rexian.sip.IncomingInvite;
import org.rexian.sip.SessionEnd;
import org.rexian.sip.SessionListener;
import org.rexian.sip.SipEndpoint;
import org.rexian.sip.SipSession;
import org.rexian.sip.SipSettings;
import org.rexian.sip.SipUser;
import org.rexian.sip.TrunkSettings;
import org.rexian.sip.transport.ListenAddress;
import org.rexian.sip.transport.Transport;

/** Every message of RFC 4475 gets an answer that the RFC allows, over UDP and over TCP, and the endpoint goes on. */
class TortureOverTheWireTest {
    private static final SipSettings SETTINGS = SipSettings.defaults()
            .withListen(
                    new ListenAddress(Transport.UDP, "127.0.0.1", 0), new ListenAddress(Transport.TCP, "127.0.0.1", 0))
            .withAccounts(List.of(Account.withPassword("user", "secret")))
            .withTrunks(List.of(TrunkSettings.inboundOnly("peer", "127.77.0.0/16")));

    private final SipEndpoint endpoint = new SipEndpoint(SETTINGS, new Hotline(), System::currentTimeMillis);
    private TorturePeer peer = new TorturePeer(new InetSocketAddress(0), new InetSocketAddress(0));

    /** Knows the number 10060 and nobody else. */
    private static final class Hotline implements SipUser, SessionListener {
        @Override
        public SessionListener onInvite(SipSession session, IncomingInvite invite) {
            if (invite.toUser().equals("10060")) {
                session.progress(180, new byte[0]);
            } else {
                session.reject(404, "");
            }
            return this;
        }

        @Override
        public void onReachable(String account, boolean reachable) {}

        @Override
        public void onProgress(SipSession session, int status, byte[] sdp) {}

        @Override
        public void onAnswered(SipSession session, byte[] sdp) {}

        @Override
        public void onConfirmed(SipSession session, byte[] sdp) {}

        @Override
        public void onOffer(SipSession session, byte[] sdp) {}

        @Override
        public void onOfferAnswered(SipSession session, byte[] sdp) {}

        @Override
        public void onOfferRefused(SipSession session, int status) {}

        @Override
        public void onInfo(SipSession session, String contentType, byte[] body) {}

        @Override
        public void onEnded(SipSession session, SessionEnd end) {}
    }

    /** A fresh one each time: some messages share their branch, and would be taken for repetitions of each other. */
    @BeforeEach
    void start() throws Exception {
        endpoint.start().get(10, TimeUnit.SECONDS);
        peer = new TorturePeer(
                endpoint.boundAddresses().get(0).address(),
                endpoint.boundAddresses().get(1).address());
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    static List<Expectation> messages() throws IOException {
        return Expectation.all();
    }

    @Test
    void theCorpusIsWhole() throws IOException {
        assertThat(messages()).hasSize(49);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void isAnsweredAsTheRfcAllowsOverUdp(Expectation message) throws IOException {
        List<Integer> answers = peer.overUdp(message.bytes());
        assertThat(message.objection(answers, false)).isEmpty();
        assertThat(answers).as("one answer at most").hasSizeLessThan(2);
        assertThat(endpoint.counters().faults.sum()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void isAnsweredAsTheRfcAllowsOverTcp(Expectation message) throws IOException {
        List<Integer> answers = peer.overTcp(message.bytes(), !message.waitsOnStream());
        assertThat(message.objection(answers, true)).isEmpty();
        assertThat(endpoint.counters().faults.sum()).isZero();
    }
}
