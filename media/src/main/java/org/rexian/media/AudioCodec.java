package org.rexian.media;

/** Codecs of the packet path. */
public enum AudioCodec {
    PCMU,
    PCMA
}
