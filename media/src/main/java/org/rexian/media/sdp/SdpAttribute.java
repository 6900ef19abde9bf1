package org.rexian.media.sdp;

/** One {@code a=} line; {@code value} is empty for a property attribute such as {@code a=sendonly}. */
public record SdpAttribute(String name, String value) {

    static SdpAttribute parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new SdpAttribute(text, "")
                : new SdpAttribute(
                        text.substring(0, colon), text.substring(colon + 1).strip());
    }
}
