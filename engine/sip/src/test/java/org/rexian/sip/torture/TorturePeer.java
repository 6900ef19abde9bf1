package org.rexian.sip.torture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rexian.sip.wire.Messages;

/**
 * Sends a message to an endpoint and collects the final answers. No waiting for silence: a plain OPTIONS goes after each message,
 * and whatever has not been answered when that one is, is not.
 *
 * <p>Over UDP a response goes to the port that Via names, so each message is sent from a loopback address of its own on which
 * those very ports are listened on; late repetitions end there too and disturb nobody.
 */
final class TorturePeer {
    private static final int PATIENCE_MILLIS = 8_000;
    private static final Pattern STATUS = Pattern.compile("SIP/2\\.0 (\\d{3})[^\r\n]*\r\n");
    private static final Pattern VIA_PORT =
            Pattern.compile("(?im)^(?:via|v)\\s*:\\s*SIP\\s*/\\s*2.0\\s*/\\s*\\w+\\s+[^\\s;:,]+:(\\d+)");

    private final InetSocketAddress udp;
    private final InetSocketAddress tcp;
    private int probes;

    TorturePeer(InetSocketAddress udp, InetSocketAddress tcp) {
        this.udp = udp;
        this.tcp = tcp;
    }

    List<Integer> overUdp(byte[] message) throws IOException {
        InetAddress source = freshAddress();
        String probe = probe();
        try (Selector selector = Selector.open()) {
            DatagramChannel sender = listen(selector, source, ports(message));
            sender.send(ByteBuffer.wrap(message), udp);
            sender.send(ByteBuffer.wrap(Messages.bytes(Messages.text("OPTIONS", probe))), udp);
            try {
                return finals(collect(selector, probe), probe);
            } finally {
                for (SelectionKey key : selector.keys()) {
                    key.channel().close();
                }
            }
        }
    }

    List<Integer> overTcp(byte[] message, boolean becomesWhole) throws IOException {
        String probe = probe();
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(freshAddress(), 0));
            socket.connect(tcp);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(message);
            if (!becomesWhole) {
                // The next message would be taken for the rest of this one: ask elsewhere whether the endpoint got this
                // far.
                overUdp(Messages.bytes("\n\n"));
                return socket.getInputStream().available() == 0 ? List.of() : finals(readAll(socket, probe), probe);
            }
            socket.getOutputStream()
                    .write(Messages.bytes(Messages.text("OPTIONS", probe).replace("UDP", "TCP")));
            return finals(readAll(socket, probe), probe);
        }
    }

    private String probe() {
        return "z9hG4bKprobe" + probes++;
    }

    private static InetAddress freshAddress() throws IOException {
        int random = java.util.concurrent.ThreadLocalRandom.current().nextInt(1 << 16);
        return InetAddress.getByAddress(new byte[] {127, 77, (byte) (random >> 8), (byte) (random | 1)});
    }

    private static Set<Integer> ports(byte[] message) {
        Set<Integer> ports = new TreeSet<>(Set.of(5060, 40_001));
        Matcher matcher = VIA_PORT.matcher(new String(message, StandardCharsets.UTF_8));
        while (matcher.find()) {
            int port = Integer.parseInt(matcher.group(1));
            if (port > 1_024 && port < 65_536) {
                ports.add(port);
            }
        }
        return ports;
    }

    private static DatagramChannel listen(Selector selector, InetAddress address, Set<Integer> ports)
            throws IOException {
        List<DatagramChannel> channels = new ArrayList<>();
        for (int port : ports) {
            DatagramChannel channel = DatagramChannel.open();
            channel.bind(new InetSocketAddress(address, port));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            channels.add(channel);
        }
        return channels.getFirst();
    }

    /** An answer to the message may be on another socket than the probe's: those are looked at once more when that has come. */
    private static List<String> collect(Selector selector, String probe) throws IOException {
        List<String> answers = new ArrayList<>();
        while (selector.select(PATIENCE_MILLIS) > 0) {
            drain(selector, answers);
            if (answers.stream().anyMatch(answer -> answer.contains(probe))) {
                drain(selector, answers);
                return answers;
            }
        }
        throw new SocketTimeoutException("the endpoint no longer answers; so far: " + answers);
    }

    private static void drain(Selector selector, List<String> answers) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(65_536);
        for (SelectionKey key : selector.keys()) {
            while (((DatagramChannel) key.channel()).receive(buffer) != null) {
                answers.add(new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8));
                buffer.clear();
            }
        }
        selector.selectedKeys().clear();
    }

    private static List<String> readAll(Socket socket, String probe) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[8_192];
        try {
            int n = in.read(buffer);
            while (n > 0) {
                all.write(buffer, 0, n);
                n = all.toString(StandardCharsets.UTF_8).contains(probe) ? 0 : in.read(buffer);
            }
        } catch (java.net.SocketException reset) {
            // Closed on us with bytes unread: what has come before counts.
        }
        String text = all.toString(StandardCharsets.UTF_8);
        List<String> answers = new ArrayList<>();
        Matcher start = STATUS.matcher(text);
        List<Integer> starts = new ArrayList<>();
        while (start.find()) {
            starts.add(start.start());
        }
        for (int i = 0; i < starts.size(); i++) {
            answers.add(text.substring(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : text.length()));
        }
        return answers;
    }

    private static List<Integer> finals(List<String> answers, String probe) {
        List<Integer> finals = new ArrayList<>();
        for (String answer : answers) {
            Matcher status = STATUS.matcher(answer);
            if (!answer.contains(probe) && status.lookingAt() && status.group(1).charAt(0) != '1') {
                finals.add(Integer.valueOf(status.group(1)));
            }
        }
        return finals;
    }
}
