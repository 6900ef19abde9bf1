package org.rexian.harness.baresip;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** baresip's ctrl_tcp: JSON objects in netstrings ({@code 12:{"a":"bcde"},}), commands there, answers and events back. */
final class ControlConnection implements AutoCloseable {
    private static final int LONGEST = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Socket socket;
    private final Consumer<JsonNode> onMessage;

    ControlConnection(int port, Consumer<JsonNode> onMessage) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.onMessage = onMessage;
        Thread.ofVirtual().name("baresip-" + port).start(this::readAll);
    }

    void command(String command, String parameters) {
        byte[] json = JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("command", command)
                .put("params", parameters)
                .put("token", command));
        byte[] length = (json.length + ":").getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[length.length + json.length + 1];
        System.arraycopy(length, 0, whole, 0, length.length);
        System.arraycopy(json, 0, whole, length.length, json.length);
        whole[whole.length - 1] = ',';
        try {
            socket.getOutputStream().write(whole);
        } catch (IOException e) {
            throw new UncheckedIOException("baresip does not listen to " + command, e);
        }
    }

    private void readAll() {
        try (InputStream in = socket.getInputStream();
                DataInputStream data = new DataInputStream(in)) {
            while (true) {
                byte[] json = new byte[length(data)];
                data.readFully(json);
                data.readByte();
                onMessage.accept(JSON.readTree(json));
            }
        } catch (IOException ended) {
            // baresip has gone, or we have closed: both end the reading.
            return;
        }
    }

    private static int length(DataInputStream data) throws IOException {
        int length = 0;
        for (int c = data.readByte(); c != ':'; c = data.readByte()) {
            if (c < '0' || c > '9' || length > LONGEST) {
                throw new EOFException("not a netstring");
            }
            length = length * 10 + c - '0';
        }
        return length;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
