package org.rexian.sip.torture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rexian.sip.Account;
import org.rexian.sip.IncomingInvite;
import org.rexian.sip.QuietListener;
import org.rexian.sip.SessionListener;
import org.rexian.sip.SipEndpoint;
import org.rexian.sip.SipSession;
import org.rexian.sip.SipSettings;
import org.rexian.sip.SipUser;
import org.rexian.sip.TrunkSettings;
import org.rexian.sip.transport.ListenAddress;
import org.rexian.sip.transport.Transport;

/**
 * All 49 messages of RFC 4475 against a whole endpoint over UDP and TCP. The peer's address is a trunk's, its user knows no number.
 * The columns are our answers over each transport, {@code -} for none, pinned; and each must be one that the index beside the
 * corpus allows: named, accepted and not forbidden ({@link Expectation}).
 */
class TortureEndpointTest {
    private static final InetAddress PEER = InetAddress.ofLiteral("127.44.75.1");

    private static final Map<String, Expectation> INDEX = Expectation.all();

    private final Set<String> seen = new HashSet<>();
    /** New ones for each message: several have the same branch, and to one endpoint the second would be a repetition. */
    private final SipEndpoint overUdp = endpoint(Transport.UDP);

    private final SipEndpoint overTcp = endpoint(Transport.TCP);
    private List<DatagramChannel> sockets = List.of();

    private static SipEndpoint endpoint(Transport transport) {
        SipSettings settings = SipSettings.defaults()
                .withListen(new ListenAddress(transport, "127.0.0.1", 0))
                .withTrunks(List.of(TrunkSettings.inboundOnly("loopback", "127.0.0.0/8")))
                .withAccounts(List.of(Account.withPassword("ann", "secret")));
        return new SipEndpoint(settings, new RefusingUser(), System::currentTimeMillis);
    }

    private static final class RefusingUser implements SipUser {
        @Override
        public SessionListener onInvite(SipSession session, IncomingInvite invite) {
            session.reject(404, "");
            return new QuietListener();
        }

        @Override
        public void onReachable(String account, boolean reachable) {}
    }

    /** Answers come to the ports that the messages' Vias name. */
    @BeforeEach
    void start() throws IOException {
        overUdp.start().join();
        overTcp.start().join();
        sockets = List.of(listening(5060), listening(5050), listening(5070));
    }

    private static DatagramChannel listening(int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        channel.bind(new InetSocketAddress(PEER, port));
        channel.configureBlocking(false);
        return channel;
    }

    @AfterEach
    void stop() throws IOException {
        for (DatagramChannel socket : sockets) {
            socket.close();
        }
        overUdp.close();
        overTcp.close();
    }

    @ParameterizedTest(name = "{0}: udp {1}, tcp {2}")
    @CsvSource(quoteCharacter = '"', textBlock = """
                    wsinv,      481, 481
                    intmeth,    501, 501
                    esc01,      404, 404
                    escnull,    401, 401
                    esc02,      501, 501
                    lwsdisp,    200, 200
                    longreq,    404, 404
                    dblreq,     401, 401 404
                    semiuri,    200, 200
                    transports, 200, 200
                    mpart01,    405, 405
                    unreason,   -,   -
                    noreason,   -,   -
                    badinv01,   400, 400
                    clerr,      400, -
                    ncl,        400, 400
                    scalar02,   400, 400
                    scalarlg,   -,   -
                    quotbal,    400, 400
                    ltgtruri,   400, 400
                    lwsruri,    400, 400
                    lwsstart,   400, 400
                    trws,       400, 400
                    escruri,    400, 400
                    baddate,    404, 404
                    regbadct,   400, 400
                    badaspec,   400, 400
                    baddn,      400, -
                    badvers,    505, 505
                    mismatch01, 400, 400
                    mismatch02, 400, 400
                    bigcode,    -,   -
                    badbranch,  200, 200
                    insuf,      400, 400
                    unkscm,     416, 416
                    novelsc,    416, 416
                    unksm2,     400, 400
                    bext01,     420, 420
                    invut,      415, 415
                    regaut01,   401, 401
                    multi01,    400, 400
                    mcl01,      400, 400
                    bcast,      -,   -
                    zeromf,     200, 200
                    cparam01,   401, 401
                    cparam02,   401, 401
                    regescrt,   401, 401
                    sdp01,      406, 406
                    inv2543,    404, 404
                    """)
    void isAnsweredAsTheRfcAllows(String name, String udp, String tcp) throws Exception {
        Expectation index = Objects.requireNonNull(INDEX.get(name), name);
        assertThat(index.objection(statuses(udp), false))
                .as("the index on " + udp)
                .isEmpty();
        assertThat(index.objection(statuses(tcp), true))
                .as("the index on " + tcp)
                .isEmpty();
        assertThat(overUdp(index)).as("UDP").isEqualTo(udp);
        assertThat(overTcp(index)).as("TCP").isEqualTo(tcp);
        assertThat(overUdp.counters().faults.sum() + overTcp.counters().faults.sum())
                .as("faults of ours")
                .isZero();
    }

    @Test
    void nothingOfTheIndexIsLeftOut() {
        assertThat(INDEX).hasSize(49);
    }

    private static List<Integer> statuses(String answers) {
        return answers.equals("-")
                ? List.of()
                : Arrays.stream(answers.split(" ", -1)).map(Integer::valueOf).toList();
    }

    /** A request with a sure answer follows: what came before that answer is the message's, save refusals repeated for want of ACK. */
    private String overUdp(Expectation message) throws IOException {
        InetSocketAddress to = overUdp.boundAddresses().getFirst().address();
        String name = message.name();
        send(message.bytes(), to);
        send(options(name), to);
        StringBuilder answers = new StringBuilder();
        long giveUp = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() - giveUp < 0) {
            boolean over = false;
            for (DatagramChannel socket : sockets) {
                over |= read(socket, name, answers);
            }
            if (over) { // whatever was sent before that is in one of the sockets by now
                for (DatagramChannel socket : sockets) {
                    read(socket, name, answers);
                }
                return answers.isEmpty() ? "-" : answers.toString().strip();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no answer to the OPTIONS that follows " + name);
    }

    /** Takes all that has come; true when the answer to the OPTIONS was among it. */
    private boolean read(DatagramChannel socket, String name, StringBuilder answers) throws IOException {
        boolean over = false;
        ByteBuffer buffer = ByteBuffer.allocate(65_536);
        while (socket.receive(buffer.clear()) != null) {
            String datagram = new String(buffer.array(), 0, buffer.position(), ISO_8859_1);
            if (datagram.contains("end-of-" + name + "\r\n")) {
                over = true;
            } else if (seen.add(datagram)) {
                answers.append(datagram, 8, 11).append(' ');
            }
        }
        return over;
    }

    private static byte[] options(String name) {
        return ("OPTIONS sip:end@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.44.75.1;branch=z9hG4bK" + name
                        + "\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:end@127.0.0.1>\r\nCall-ID: end-of-" + name
                        + "\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: 1\r\nContent-Length: 0\r\n\r\n")
                .getBytes(US_ASCII);
    }

    private void send(byte[] bytes, InetSocketAddress to) throws IOException {
        sockets.getFirst().send(ByteBuffer.wrap(bytes), to);
    }

    /** The same on a stream, which ends with the answer to the OPTIONS or because the endpoint closed it. */
    private String overTcp(Expectation message) throws IOException {
        InetSocketAddress to = overTcp.boundAddresses().getFirst().address();
        String name = message.name();
        try (Socket socket = new Socket(to.getAddress(), to.getPort(), PEER, 0)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(message.bytes());
            if (message.waitsOnStream()) {
                socket.shutdownOutput();
            } else {
                socket.getOutputStream().write(options(name + "-tcp"));
            }
            return answers(readUntil(socket.getInputStream(), "end-of-" + name + "-tcp"));
        }
    }

    private static String readUntil(InputStream in, String mark) throws IOException {
        StringBuilder all = new StringBuilder();
        byte[] some = new byte[8_192];
        while (all.indexOf(mark) < 0) {
            int length = in.read(some);
            if (length < 0) {
                return all.toString();
            }
            all.append(new String(some, 0, length, ISO_8859_1));
        }
        return all.substring(0, all.lastIndexOf("SIP/2.0 200", all.indexOf(mark)));
    }

    private static String answers(String all) {
        StringBuilder answers = new StringBuilder();
        for (int at = all.indexOf("SIP/2.0 "); at >= 0; at = all.indexOf("\nSIP/2.0 ", at + 1)) {
            int status = all.indexOf(' ', at) + 1;
            answers.append(all, status, status + 3).append(' ');
        }
        return answers.isEmpty() ? "-" : answers.toString().strip();
    }
}
