package org.rexian.sip.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes to messages and back. Whatever the bytes are, {@link #parse} throws nothing: a peer's mistake is a
 * {@link Parsed.Malformed} with the answer that RFC 3261 wants.
 */
public final class SipCodec {
    private static final String VERSION = "SIP/2.0";

    private SipCodec() {}

    /** Parses a whole array. */
    public static Parsed parse(byte[] bytes) {
        return parse(bytes, 0, bytes.length);
    }

    /** Parses one datagram, or one frame of a stream, whole. What is kept is copied. Bytes after the body are ignored (§18.3). */
    public static Parsed parse(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int start = offset;
        while (start < end && bytes[start] <= ' ' && bytes[start] >= 0) {
            start++;
        }
        if (start == end) {
            return new Parsed.KeepAlive(length >= 4);
        }
        int headEnd = headEnd(bytes, start, end);
        int bodyStart = Math.min(headEnd + 4, end);
        HeadScanner scanner = new HeadScanner(new String(bytes, start, headEnd - start, StandardCharsets.UTF_8)).scan();
        String startLine = scanner.startLine();
        if (startLine.startsWith("SIP/")) {
            return response(scanner, bytes, headEnd, bodyStart, end);
        }
        return request(scanner, bytes, headEnd, bodyStart, end);
    }

    /** The message as on the wire, Content-Length computed. {@link SipMessage#encoded} keeps the result. */
    public static byte[] encode(SipMessage message) {
        StringBuilder head = new StringBuilder(512).append(message.startLine()).append("\r\n");
        Headers headers = message.headers;
        for (int i = 0; i < headers.size(); i++) {
            if (!headers.name(i).equals("Content-Length")) {
                head.append(headers.name(i))
                        .append(": ")
                        .append(headers.value(i))
                        .append("\r\n");
            }
        }
        byte[] body = message.body();
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        byte[] bytes = head.toString().getBytes(StandardCharsets.UTF_8);
        if (body.length == 0) {
            return bytes;
        }
        byte[] whole = Arrays.copyOf(bytes, bytes.length + body.length);
        System.arraycopy(body, 0, whole, bytes.length, body.length);
        return whole;
    }

    /** The 513 to a request whose head is here but whose body is more than we take; empty for anything else. */
    public static Optional<SipResponse> tooLarge(byte[] bytes, int offset, int length) {
        HeadScanner scanner = new HeadScanner(new String(bytes, offset, length, StandardCharsets.UTF_8)).scan();
        boolean answerable = !scanner.startLine().startsWith("SIP/")
                && scanner.startLine().endsWith(VERSION)
                && !scanner.startLine().startsWith(SipMethod.ACK)
                && scanner.headers.indexOf("Via") >= 0;
        return answerable ? Optional.of(MalformedAnswer.to(scanner.headers, 513, "size")) : Optional.empty();
    }

    private static int headEnd(byte[] bytes, int start, int end) {
        for (int i = start; i + 3 < end; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                return i;
            }
        }
        return end;
    }

    private static Parsed response(HeadScanner scanner, byte[] bytes, int headEnd, int bodyStart, int end) {
        int status = status(scanner.startLine());
        if (status < 0) {
            return silent("status-line");
        }
        String fault = fault(scanner, headEnd, end);
        int bodyLength = MessageCheck.bodyLength(scanner.headers, end - bodyStart);
        if (fault.isEmpty() && bodyLength < 0) {
            fault = "content-length";
        }
        if (!fault.isEmpty()) {
            return silent(fault);
        }
        String line = scanner.startLine();
        String reason = line.length() > 12 ? line.substring(12).trim() : "";
        byte[] body = Arrays.copyOfRange(bytes, bodyStart, bodyStart + bodyLength);
        SipResponse response = new SipResponse(status, reason, scanner.headers, body);
        fault = response.prime();
        return fault.isEmpty() ? new Parsed.Response(response) : silent(fault);
    }

    private static Parsed request(HeadScanner scanner, byte[] bytes, int headEnd, int bodyStart, int end) {
        String line = scanner.startLine();
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        String method = first < 0 ? "" : line.substring(0, first);
        if (!Text.isToken(method) || line.lastIndexOf("SIP/") < 0) {
            return silent("not-sip");
        }
        if (!line.regionMatches(true, last + 1, VERSION, 0, 7) || line.length() != last + 8) {
            boolean other = last > first && line.startsWith("SIP/", last + 1);
            return refused(scanner, method, other ? 505 : 400, other ? "version" : "request-line");
        }
        Optional<SipUri> uri = last <= first ? Optional.empty() : Grammar.uri(line.substring(first + 1, last));
        // Headers in a Request-URI are forbidden (§19.1.1), and would be a way to smuggle Routes in.
        if (uri.isEmpty() || !uri.get().headers().isEmpty()) {
            return refused(scanner, method, 400, "request-uri");
        }
        String fault = fault(scanner, headEnd, end);
        int bodyLength = MessageCheck.bodyLength(scanner.headers, end - bodyStart);
        if (fault.isEmpty() && bodyLength < 0) {
            fault = "content-length";
        }
        if (!fault.isEmpty()) {
            return refused(scanner, method, 400, fault);
        }
        byte[] body = Arrays.copyOfRange(bytes, bodyStart, bodyStart + bodyLength);
        SipRequest request = new SipRequest(method, uri.get(), scanner.headers, body);
        fault = request.prime();
        if (fault.isEmpty() && !request.cseq().method().equals(method)) {
            fault = "cseq-method";
        }
        return fault.isEmpty() ? new Parsed.Request(request) : refused(scanner, method, 400, fault);
    }

    private static String fault(HeadScanner scanner, int headEnd, int end) {
        if (!scanner.fault().isEmpty()) {
            return scanner.fault();
        }
        return headEnd == end ? "truncated" : MessageCheck.headers(scanner.headers);
    }

    private static int status(String line) {
        if (!line.startsWith("SIP/2.0 ") || line.length() < 11 || (line.length() > 11 && line.charAt(11) != ' ')) {
            return -1;
        }
        long status = Grammar.digits(line.substring(8, 11)).orElse(-1);
        return status >= 100 && status < 700 ? (int) status : -1;
    }

    private static Parsed silent(String fault) {
        return new Parsed.Malformed(fault, "dropped: " + fault, Optional.empty());
    }

    /** An ACK is never answered (§17); without a Via there is nowhere that an answer could belong to. */
    private static Parsed refused(HeadScanner scanner, String method, int status, String fault) {
        if (method.equals(SipMethod.ACK) || scanner.headers.indexOf("Via") < 0) {
            return silent(fault);
        }
        SipResponse answer = MalformedAnswer.to(scanner.headers, status, fault);
        return new Parsed.Malformed(fault, "refused with " + status + ": " + fault, Optional.of(answer));
    }
}
