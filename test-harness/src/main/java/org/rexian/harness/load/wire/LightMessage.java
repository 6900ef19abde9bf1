package org.rexian.harness.load.wire;

import java.nio.charset.StandardCharsets;

/** A SIP message of the engine's, looked into only where load needs it. Header names are searched as the engine writes them. */
public final class LightMessage {
    private final String text;
    private final int endOfHead;

    private LightMessage(String text) {
        this.text = text;
        int end = text.indexOf("\r\n\r\n");
        this.endOfHead = end < 0 ? text.length() : end + 2;
    }

    public static LightMessage parse(byte[] bytes) {
        return new LightMessage(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    public boolean response() {
        return text.startsWith("SIP/2.0 ");
    }

    /** Of a response. */
    public int status() {
        return text.length() < 11 ? 0 : Integer.parseInt(text.substring(8, 11));
    }

    /** Of a request. */
    public String method() {
        int space = text.indexOf(' ');
        return space < 0 ? "" : text.substring(0, space);
    }

    /** User part of a request's URI. */
    public String requestUser() {
        int from = text.indexOf("sip:") + 4;
        int to = text.indexOf('@', from);
        return to < 0 ? "" : text.substring(from, to);
    }

    /** The value of the first such header; empty when there is none. */
    public String header(String name) {
        int line = find(name, 0);
        return line < 0 ? "" : value(name, line);
    }

    /** All lines of a header, each with its end: ready to stand in a response. */
    public String lines(String name) {
        StringBuilder lines = new StringBuilder();
        for (int line = find(name, 0); line >= 0; line = find(name, line + 2)) {
            lines.append(name).append(": ").append(value(name, line)).append("\r\n");
        }
        return lines.toString();
    }

    private int find(String name, int from) {
        int line = text.indexOf("\r\n" + name + ":", from);
        return line < endOfHead ? line : -1;
    }

    private String value(String name, int line) {
        int begin = line + 2 + name.length() + 1;
        return text.substring(begin, text.indexOf("\r\n", begin)).strip();
    }

    /** The URI of Contact, without angle brackets. */
    public String contactUri() {
        return betweenAngles(header("Contact"));
    }

    /** User part of From. */
    public String fromUser() {
        String uri = betweenAngles(header("From"));
        int at = uri.indexOf('@');
        return uri.startsWith("sip:") && at > 0 ? uri.substring(4, at) : "";
    }

    /** The method in CSeq. */
    public String cseqMethod() {
        String cseq = header("CSeq");
        return cseq.substring(cseq.indexOf(' ') + 1);
    }

    /** The port of the body's audio line; 0 when it has none. */
    public int audioPort() {
        int line = text.indexOf("m=audio ", endOfHead);
        int end = line < 0 ? -1 : text.indexOf(' ', line + 8);
        return end < 0 ? 0 : Integer.parseInt(text.substring(line + 8, end));
    }

    private static String betweenAngles(String header) {
        int from = header.indexOf('<');
        int to = header.indexOf('>', from);
        return from >= 0 && to > from ? header.substring(from + 1, to) : header;
    }

    @Override
    public String toString() {
        return text;
    }
}
