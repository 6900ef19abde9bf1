package org.rexian.media.sdp;

import org.rexian.media.StreamFormat;

/** What an answer to our offer brought. */
public sealed interface Negotiated {

    /** The answer fits our offer; audio may flow so. */
    record Agreed(StreamFormat format) implements Negotiated {}

    /** The answer can't be used; the session should end. {@code reason} is for people. */
    record Refused(String reason) implements Negotiated {}
}
