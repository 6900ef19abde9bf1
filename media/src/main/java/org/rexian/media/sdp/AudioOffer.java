package org.rexian.media.sdp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rexian.media.AudioCodec;

/** What one audio section of a peer's description means for us: read once, so that offer and answer agree on it. */
record AudioOffer(
        MediaDescription section,
        Optional<InetSocketAddress> remote,
        InetSocketAddress remoteRtcp,
        AudioCodec codec,
        int payloadType,
        int dtmfPayloadType,
        int ptimeMillis,
        boolean rtcpMux,
        Direction direction) {

    private static final InetSocketAddress NOWHERE = new InetSocketAddress(0);

    /** Empty when the section is no audio that we can take; the first codec that both know wins (RFC 3264 §6.1). */
    static Optional<AudioOffer> read(SessionDescription sdp, MediaDescription section, List<AudioCodec> ours) {
        Optional<InetAddress> address = sdp.connectionOf(section).flatMap(AudioOffer::literal);
        Optional<String> format = section.formats().stream()
                .filter(candidate ->
                        codec(section, candidate).filter(ours::contains).isPresent())
                .findFirst();
        if (!isPlainAudio(section) || address.isEmpty() || address.get().isMulticastAddress() || format.isEmpty()) {
            return Optional.empty();
        }
        boolean nowhere = address.get().isAnyLocalAddress(); // hold as RFC 2543 had it
        Direction direction = sdp.directionOf(section);
        InetSocketAddress remote = new InetSocketAddress(address.get(), section.port());
        boolean mux = section.attribute("rtcp-mux").isPresent();
        return Optional.of(new AudioOffer(
                section,
                nowhere ? Optional.empty() : Optional.of(remote),
                nowhere ? NOWHERE : mux ? remote : rtcpAddress(section, remote),
                codec(section, format.get()).orElseThrow(),
                Integer.parseInt(format.get()),
                dtmfPayloadType(section),
                Ptime.of(section),
                mux,
                nowhere ? direction.withoutReceiving() : direction));
    }

    private static boolean isPlainAudio(MediaDescription section) {
        return section.kind().equals("audio")
                && section.port() != 0
                && (section.protocol().equals("RTP/AVP") || section.protocol().equals("RTP/AVPF"));
    }

    /** Names are not resolved: an offer must not make the call loop wait for a name server. */
    private static Optional<InetAddress> literal(String text) {
        boolean numeric = Scan.dottedQuad(text) || Scan.looksLikeIpv6(text);
        if (!numeric) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<AudioCodec> codec(MediaDescription section, String format) {
        if (!Scan.digits(format, 1, 3) || Integer.parseInt(format) > 127) {
            return Optional.empty();
        }
        String encoding = section.rtpmap(format)
                .orElse(
                        switch (format) {
                            case "0" -> "PCMU/8000"; // RFC 3551 §6: static, needs no rtpmap
                            case "8" -> "PCMA/8000";
                            default -> "";
                        });
        return switch (encoding.toUpperCase(Locale.ROOT)) {
            case "PCMU/8000", "PCMU/8000/1" -> Optional.of(AudioCodec.PCMU);
            case "PCMA/8000", "PCMA/8000/1" -> Optional.of(AudioCodec.PCMA);
            default -> Optional.empty();
        };
    }

    private static int dtmfPayloadType(MediaDescription section) {
        return section.formats().stream()
                .filter(format -> Scan.digits(format, 2, 3) && Integer.parseInt(format) <= 127)
                .filter(format -> section.rtpmap(format)
                        .filter(encoding -> encoding.equalsIgnoreCase("telephone-event/8000")
                                || encoding.equalsIgnoreCase("telephone-event/8000/1"))
                        .isPresent())
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(-1);
    }

    /** RFC 3605: {@code a=rtcp:53020} or {@code a=rtcp:53020 IN IP4 126.16.64.4}; else the next port. */
    private static InetSocketAddress rtcpAddress(MediaDescription section, InetSocketAddress rtp) {
        String[] fields = Scan.fields(section.attribute("rtcp").orElse(""));
        boolean given = Scan.digits(fields[0], 1, 5)
                && Integer.parseInt(fields[0]) >= 1
                && Integer.parseInt(fields[0]) <= 65_535;
        int port = given ? Integer.parseInt(fields[0]) : Math.min(65_535, rtp.getPort() + 1);
        InetAddress host = rtp.getAddress();
        if (given && fields.length == 4) {
            host = literal(fields[3]).filter(a -> !a.isAnyLocalAddress()).orElse(host);
        }
        return new InetSocketAddress(host, port);
    }
}
