package org.rexian.harness.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Asks a SIP server over UDP whether it is there. */
public final class OptionsPing implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30;

    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private int count;

    public OptionsPing(InetSocketAddress server) {
        this.server = server;
        try {
            this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends one OPTIONS; true when a 200 to this or an earlier one comes within 30 ms. */
    public boolean answered() {
        byte[] request = request().getBytes(StandardCharsets.UTF_8);
        try {
            socket.send(new DatagramPacket(request, request.length, server));
            DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
            socket.receive(answer);
            return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8)
                    .startsWith("SIP/2.0 200");
        } catch (SocketTimeoutException | PortUnreachableException notYet) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String request() {
        count++;
        String here = "127.0.0.1:" + socket.getLocalPort();
        return String.join(
                "\r\n",
                "OPTIONS sip:" + server.getAddress().getHostAddress() + ":" + server.getPort() + " SIP/2.0",
                "Via: SIP/2.0/UDP " + here + ";branch=z9hG4bKping" + socket.getLocalPort() + "x" + count + ";rport",
                "From: <sip:ping@" + here + ">;tag=ping" + count,
                "To: <sip:" + server.getAddress().getHostAddress() + ">",
                "Call-ID: ping" + count + "@" + here,
                "CSeq: " + count + " OPTIONS",
                "Max-Forwards: 70",
                "Content-Length: 0",
                "",
                "");
    }

    @Override
    public void close() {
        socket.close();
    }
}
