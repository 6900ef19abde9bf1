package org.rexian.media.sdp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a session description line by line. Strict where a mistake would send audio astray (versions, ports, addresses),
 * lenient elsewhere: bare LF, missing {@code s=} and {@code t=}, unknown lines.
 */
final class SdpParser {

    private static final int MAX_BYTES = 32_768;
    private static final int MAX_LINES = 1_000;
    private static final int MAX_SECTIONS = 32;

    private final byte[] bytes;
    private final List<SdpAttribute> sessionAttributes = new ArrayList<>();
    private final List<MediaDescription> finished = new ArrayList<>();
    private @Nullable String origin;
    private @Nullable String sessionConnection;
    private @Nullable Section section;
    private @Nullable String problem;

    SdpParser(byte[] bytes) {
        this.bytes = bytes;
    }

    ParsedSdp parse() {
        if (bytes.length > MAX_BYTES) {
            return new SdpProblem(0, "longer than " + MAX_BYTES + " bytes");
        }
        List<String> lines = Scan.lines(new String(bytes, UTF_8), MAX_LINES);
        if (lines.size() > MAX_LINES) {
            return new SdpProblem(MAX_LINES, "more than " + MAX_LINES + " lines");
        }
        if (!lines.getFirst().equals("v=0")) {
            return new SdpProblem(1, "a session description begins with v=0");
        }
        for (int i = 1; i < lines.size(); i++) {
            readLine(lines.get(i));
            if (problem != null) {
                return new SdpProblem(i + 1, problem);
            }
        }
        endSection();
        if (origin == null) {
            return new SdpProblem(0, "o= is missing");
        }
        return new SessionDescription(origin, Optional.ofNullable(sessionConnection), sessionAttributes, finished);
    }

    private void readLine(String line) {
        if (line.isBlank()) {
            return;
        }
        if (line.length() < 2 || line.charAt(1) != '=') {
            problem = "not of the form x=value";
            return;
        }
        String value = line.substring(2);
        switch (line.charAt(0)) {
            case 'o' -> readOrigin(value);
            case 'c' -> readConnection(value);
            case 'm' -> beginSection(value);
            case 'a' -> readAttribute(value);
            default -> {} // b=, t=, i=, k=, ... say nothing that we act upon
        }
    }

    private void readOrigin(String value) {
        if (Scan.fields(value.strip()).length != 6) {
            problem = "o= wants six fields";
            return;
        }
        origin = value.strip();
    }

    private void readConnection(String value) {
        String[] fields = Scan.fields(value.strip());
        boolean known =
                fields.length == 3 && fields[0].equals("IN") && (fields[1].equals("IP4") || fields[1].equals("IP6"));
        if (!known) {
            problem = "c= wants IN IP4 or IN IP6 and an address";
            return;
        }
        int slash = fields[2].indexOf('/'); // a multicast scope; refused later as no unicast address
        String address = slash < 0 ? fields[2] : fields[2].substring(0, slash);
        if (section == null) {
            sessionConnection = address;
        } else {
            section.connection = address;
        }
    }

    private void readAttribute(String value) {
        SdpAttribute attribute = SdpAttribute.parse(value.strip());
        if (section == null) {
            sessionAttributes.add(attribute);
        } else {
            section.attributes.add(attribute);
        }
    }

    private void beginSection(String value) {
        endSection();
        String[] fields = Scan.fields(value.strip());
        if (fields.length < 4) {
            problem = "m= wants kind, port, protocol and formats";
            return;
        }
        int port = port(fields[1]);
        if (port < 0) {
            problem = "m= has no valid port";
            return;
        }
        if (finished.size() >= MAX_SECTIONS) {
            problem = "more than " + MAX_SECTIONS + " streams";
            return;
        }
        section = new Section(fields[0], port, fields[2], List.of(fields).subList(3, fields.length));
    }

    /** {@code 49170} or {@code 49170/2}; −1 if neither. */
    private static int port(String text) {
        int slash = text.indexOf('/');
        String digits = slash < 0 ? text : text.substring(0, slash);
        if (!Scan.digits(digits, 1, 5) || (slash >= 0 && !Scan.digits(text.substring(slash + 1), 1, 5))) {
            return -1;
        }
        int port = Integer.parseInt(digits);
        return port <= 65_535 ? port : -1;
    }

    private void endSection() {
        if (section != null) {
            finished.add(section.end());
            section = null;
        }
    }

    /** A section while its lines come in. */
    private static final class Section {
        private final String kind;
        private final int port;
        private final String protocol;
        private final List<String> formats;
        private final List<SdpAttribute> attributes = new ArrayList<>();
        private @Nullable String connection;

        Section(String kind, int port, String protocol, List<String> formats) {
            this.kind = kind;
            this.port = port;
            this.protocol = protocol;
            this.formats = formats;
        }

        MediaDescription end() {
            return new MediaDescription(kind, port, protocol, formats, Optional.ofNullable(connection), attributes);
        }
    }
}
