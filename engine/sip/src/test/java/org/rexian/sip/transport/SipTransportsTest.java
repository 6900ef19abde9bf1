package org.rexian.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rexian.sip.SipCounters;
import org.rexian.sip.wire.Messages;
import org.rexian.sip.wire.NameAddress;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;
import org.rexian.sip.wire.SipUri;

/** Real sockets on loopback; the peer is a plain socket, and every request is answered 200 by the listener, a MESSAGE after 100 ms. */
class SipTransportsTest {
    private final SipCounters counters = new SipCounters();
    private CallLoop loop = CallLoop.start(System::currentTimeMillis, counters);
    private SipTransports transports = new SipTransports(loop, TransportSettings.defaults(), counters);

    private final InboundListener answering = new InboundListener() {
        @Override
        public void onRequest(SipRequest request, Flow flow) {
            Runnable answer = () -> transports.send(
                    request.response(200).toTag("t").build(), ResponseRoute.of(request.topVia(), flow), () -> {});
            if (request.method().equals("MESSAGE")) {
                var _ = loop.timers().in(100, answer);
            } else {
                answer.run();
            }
        }

        @Override
        public void onResponse(SipResponse response, Flow flow) {}
    };

    private InetSocketAddress udp = new InetSocketAddress(0);
    private InetSocketAddress tcp = new InetSocketAddress(0);

    @BeforeEach
    void bind() throws BindFailure {
        bind(TransportSettings.defaults());
    }

    private void bind(TransportSettings settings) throws BindFailure {
        transports = new SipTransports(loop, settings, counters);
        List<InetSocketAddress> bound = transports.bind(
                List.of(
                        new ListenAddress(Transport.UDP, "127.0.0.1", 0),
                        new ListenAddress(Transport.TCP, "127.0.0.1", 0)),
                answering);
        udp = bound.get(0);
        tcp = bound.get(1);
    }

    private void restart(boolean epoll, TransportSettings settings) throws BindFailure {
        transports.close();
        loop.close();
        loop = CallLoop.start(System::currentTimeMillis, counters, epoll);
        bind(settings);
    }

    @AfterEach
    void close() {
        transports.close();
        loop.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answersADatagramWhereItCameFrom(boolean epoll) throws Exception {
        restart(epoll && io.netty.channel.epoll.Epoll.isAvailable(), TransportSettings.defaults());
        try (DatagramSocket phone = phone()) {
            send(phone, Messages.text("OPTIONS", "z9hG4bKone"));
            assertThat(receive(phone))
                    .startsWith("SIP/2.0 200 OK\r\n")
                    .contains("received=127.0.0.1", "rport=" + phone.getLocalPort(), "To: <sip:10060@127.0.0.1>;tag=t");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answersAStreamOnItsConnection(boolean epoll) throws Exception {
        restart(epoll && io.netty.channel.epoll.Epoll.isAvailable(), TransportSettings.defaults());
        try (Socket phone = new Socket(tcp.getAddress(), tcp.getPort())) {
            phone.setSoTimeout(5_000);
            String one = Messages.text("OPTIONS", "z9hG4bKone").replace("UDP", "TCP");
            byte[] both = Messages.bytes(one + one.replace("z9hG4bKone", "z9hG4bKtwo"));
            // In three pieces, cut where it hurts: inside the empty line, and inside the second message's head.
            int cut = Messages.bytes(one).length - 2;
            phone.getOutputStream().write(both, 0, cut);
            phone.getOutputStream().flush();
            phone.getOutputStream().write(both, cut, 40);
            phone.getOutputStream().flush();
            phone.getOutputStream().write(both, cut + 40, both.length - cut - 40);
            String answers = readUntil(phone.getInputStream(), "z9hG4bKtwo", "\r\n\r\n");
            assertThat(answers.split("SIP/2.0 200 OK", -1)).hasSize(3);
        }
    }

    @Test
    void answersAPingWithAPong() throws Exception {
        try (Socket phone = new Socket(tcp.getAddress(), tcp.getPort())) {
            phone.setSoTimeout(5_000);
            phone.getOutputStream().write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(phone.getInputStream().readNBytes(2)).containsExactly('\r', '\n');
            phone.getOutputStream().write(Messages.bytes(Messages.text("OPTIONS", "z9hG4bKping")));
            assertThat(readUntil(phone.getInputStream(), "\r\n\r\n")).startsWith("SIP/2.0 200");
        }
    }

    @Test
    void answersAndClosesWhereTheNextMessageCannotBeFound() throws Exception {
        try (Socket phone = new Socket(tcp.getAddress(), tcp.getPort())) {
            phone.setSoTimeout(5_000);
            String bad = Messages.text("OPTIONS", "z9hG4bKbad").replace("Content-Length: 0", "Content-Length: -1");
            phone.getOutputStream().write(Messages.bytes(bad));
            assertThat(new String(phone.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("SIP/2.0 400");
        }
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        try (Socket phone = new Socket(tcp.getAddress(), tcp.getPort())) {
            phone.setSoTimeout(5_000);
            String large = Messages.text("MESSAGE", "z9hG4bKbig").replace("Content-Length: 0", "l: 1000000");
            phone.getOutputStream().write(Messages.bytes(large));
            assertThat(new String(phone.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("SIP/2.0 513");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPeerThatGoesOnTalkingStillReadsWhyItIsCut(boolean epoll) throws Exception {
        restart(epoll && io.netty.channel.epoll.Epoll.isAvailable(), TransportSettings.defaults());
        try (Socket phone = new Socket(tcp.getAddress(), tcp.getPort())) {
            phone.setSoTimeout(5_000);
            String bad = Messages.text("OPTIONS", "z9hG4bKbad").replace("Content-Length: 0", "Content-Length: -1");
            phone.getOutputStream().write(Messages.bytes(bad + "x".repeat(400_000)));
            await().until(() -> counters.connectionsCut.sum() == 1);
            phone.getOutputStream().write(Messages.bytes("x".repeat(400_000)));
            assertThat(new String(phone.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("SIP/2.0 400");
        }
        await().until(() -> counters.connectionsClosed.sum() == 1);
        assertThat(counters.malformedByReason()).containsEntry("content-length", 1L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPeerThatShutItsOutputIsStillAnswered(boolean epoll) throws Exception {
        restart(epoll && io.netty.channel.epoll.Epoll.isAvailable(), TransportSettings.defaults());
        try (Socket phone = new Socket(tcp.getAddress(), tcp.getPort())) {
            phone.setSoTimeout(5_000);
            String one = Messages.text("OPTIONS", "z9hG4bKone").replace("UDP", "TCP");
            String slow = Messages.text("MESSAGE", "z9hG4bKslow").replace("UDP", "TCP");
            phone.getOutputStream().write(Messages.bytes(one + slow));
            phone.shutdownOutput();
            String answers = new String(phone.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.split("SIP/2.0 200 OK", -1)).hasSize(3);
        }
        await().until(() -> transports.connections() == 0);
    }

    @Test
    void aPeerThatLeavesIsForgottenAtOnce() throws Exception {
        try (Socket phone = new Socket(tcp.getAddress(), tcp.getPort())) {
            phone.setSoTimeout(5_000);
            phone.getOutputStream().write(Messages.bytes(Messages.text("OPTIONS", "z9hG4bKone")));
            assertThat(readUntil(phone.getInputStream(), "\r\n\r\n")).startsWith("SIP/2.0 200");
        }
        await().until(() -> transports.connections() == 0);
    }

    @Test
    void cutsAMessageThatNeverBecomesWholeAndWhoeverIsSilentTooLong() throws Exception {
        restart(io.netty.channel.epoll.Epoll.isAvailable(), new TransportSettings(65_536, 10, 300, 100, 1_000));
        try (Socket half = new Socket(tcp.getAddress(), tcp.getPort());
                Socket idle = new Socket(tcp.getAddress(), tcp.getPort())) {
            half.setSoTimeout(5_000);
            idle.setSoTimeout(5_000);
            half.getOutputStream().write("OPTIONS sip:a@b SIP/2.0\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(half.getInputStream().read()).isEqualTo(-1);
            assertThat(idle.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(counters.malformedByReason()).containsEntry("stream-half-message", 1L);
        assertThat(counters.connectionsCut.sum()).isEqualTo(2);
    }

    @Test
    void refusesConnectionsPastTheBound() throws Exception {
        restart(io.netty.channel.epoll.Epoll.isAvailable(), new TransportSettings(65_536, 1, 60_000, 60_000, 1_000));
        try (Socket first = new Socket(tcp.getAddress(), tcp.getPort())) {
            await().until(() -> counters.connectionsOpened.sum() == 1);
            try (Socket second = new Socket(tcp.getAddress(), tcp.getPort())) {
                second.setSoTimeout(5_000);
                assertThat(second.getInputStream().read()).isEqualTo(-1);
            }
            first.setSoTimeout(5_000);
            first.getOutputStream().write(Messages.bytes(Messages.text("OPTIONS", "z9hG4bKfirst")));
            assertThat(readUntil(first.getInputStream(), "\r\n\r\n")).startsWith("SIP/2.0 200");
        }
    }

    @Test
    void reportsAConnectionThatCannotBeMade() throws Exception {
        int closedPort;
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closedPort = socket.getLocalPort();
        }
        AtomicInteger failures = new AtomicInteger();
        SipRequest request = SipRequest.builder("OPTIONS", SipUri.of("a", "127.0.0.1", closedPort))
                .from(NameAddress.of(SipUri.of("b", "127.0.0.1", 0)).withTag("x"))
                .to(NameAddress.of(SipUri.of("a", "127.0.0.1", 0)))
                .callId("c")
                .cseq(1)
                .build();
        Destination nobody = Destination.tcp(new InetSocketAddress(InetAddress.getLoopbackAddress(), closedPort));
        loop.execute(() -> transports.send(request, nobody, failures::incrementAndGet));
        await().until(() -> failures.get() == 1);
        assertThat(counters.sendFailures.sum()).isEqualTo(1);
    }

    @Test
    void aBindErrorNamesTheAddressAndSaysWhatToDo() {
        try (SipTransports second = new SipTransports(loop, TransportSettings.defaults(), counters)) {
            for (ListenAddress taken : List.of(
                    new ListenAddress(Transport.UDP, "127.0.0.1", udp.getPort()),
                    new ListenAddress(Transport.TCP, "127.0.0.1", tcp.getPort()))) {
                assertThatThrownBy(() -> second.bind(List.of(taken), answering))
                        .isInstanceOf(BindFailure.class)
                        .hasMessageContaining("127.0.0.1:" + taken.port())
                        .hasMessageContaining("another program has this port");
            }
            assertThatThrownBy(
                            () -> second.bind(List.of(new ListenAddress(Transport.UDP, "192.0.2.1", 5060)), answering))
                    .hasMessageContaining("192.0.2.1:5060")
                    .hasMessageContaining("no such address");
        }
    }

    private static DatagramSocket phone() throws IOException {
        DatagramSocket phone = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        phone.setSoTimeout(5_000);
        return phone;
    }

    private void send(DatagramSocket phone, String text) throws IOException {
        byte[] bytes = Messages.bytes(text);
        phone.send(new DatagramPacket(bytes, bytes.length, udp));
    }

    private static String receive(DatagramSocket phone) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        phone.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    /** Reads until each of {@code ends} has been seen, one after the other. */
    private static String readUntil(InputStream in, String... ends) throws IOException {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (String end : ends) {
            while (text.indexOf(end, from) < 0) {
                int b = in.read();
                if (b < 0) {
                    throw new IOException("closed after: " + text);
                }
                text.append((char) b);
            }
            from = text.indexOf(end, from) + end.length();
        }
        return text.toString();
    }
}
