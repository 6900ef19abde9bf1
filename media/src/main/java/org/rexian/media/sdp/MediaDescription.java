package org.rexian.media.sdp;

import java.util.List;
import java.util.Optional;

/**
 * One {@code m=} section (RFC 8866 §5.14).
 *
 * @param kind {@code audio}, {@code video}, ...
 * @param port transport port, 0 for a stream that is declined
 * @param protocol {@code RTP/AVP}, ...
 * @param formats payload types or other formats, in order of preference
 * @param connection the section's own address, a literal
 */
public record MediaDescription(
        String kind,
        int port,
        String protocol,
        List<String> formats,
        Optional<String> connection,
        List<SdpAttribute> attributes) {

    public MediaDescription {
        formats = List.copyOf(formats);
        attributes = List.copyOf(attributes);
    }

    /** The value of the first attribute of that name. */
    public Optional<String> attribute(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(SdpAttribute::value)
                .findFirst();
    }

    /** The encoding that {@code a=rtpmap} gives a format: {@code telephone-event/8000}. */
    Optional<String> rtpmap(String format) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals("rtpmap"))
                .map(SdpAttribute::value)
                .filter(value -> value.startsWith(format + " "))
                .map(value -> value.substring(format.length() + 1).strip())
                .findFirst();
    }

    Optional<Direction> direction() {
        return SessionDescription.direction(attributes);
    }
}
