package org.rexian.media.sdp;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A session description (RFC 8866, and 4566 and 2327 before it), as far as audio sessions need it. Lines of unknown type and
 * unknown attributes are kept or passed over, never refused.
 *
 * @param origin the text after {@code o=}
 * @param connection the session's address, a literal
 */
public record SessionDescription(
        String origin, Optional<String> connection, List<SdpAttribute> attributes, List<MediaDescription> media)
        implements ParsedSdp {

    public SessionDescription {
        attributes = List.copyOf(attributes);
        media = List.copyOf(media);
    }

    /** Never throws: what is no description comes back as an {@link SdpProblem}. */
    public static ParsedSdp parse(byte[] sdp) {
        return new SdpParser(sdp).parse();
    }

    /** The section's address, else the session's; empty when neither has one. */
    Optional<String> connectionOf(MediaDescription section) {
        return section.connection().or(this::connection);
    }

    /** The section's direction, else the session's, else sendrecv (RFC 8866 §6.7). */
    Direction directionOf(MediaDescription section) {
        return section.direction().or(() -> direction(attributes)).orElse(Direction.SENDRECV);
    }

    static Optional<Direction> direction(List<SdpAttribute> attributes) {
        return attributes.stream()
                .map(attribute -> Direction.of(attribute.name()).orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
