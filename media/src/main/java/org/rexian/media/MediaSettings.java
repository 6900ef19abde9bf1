package org.rexian.media;

import java.net.InetAddress;

/**
 * The media plane's configuration, with {@link #defaults()}.
 *
 * @param address where media ports are bound and what SDP tells; 127.0.0.1
 * @param portMin lowest media port, rounded up to even; 16384. RTP takes the even port, RTCP the next
 * @param portMax highest media port; 19999
 * @param loops media loops (threads); cores − 1, at least 1
 * @param mediaTimeoutMillis without RTP while it is expected, until {@link MediaListener#onMediaTimeout}; 30,000; 0: never
 * @param rtcpIntervalMillis mean interval of RTCP reports; 5,000
 * @param silenceWhenIdle whether a leg that plays nothing and is in no bridge sends silence, which keeps NAT bindings and the peer's
 *     own time-outs quiet; true
 * @param seed of SSRCs, first sequence numbers and RTCP intervals; 0: unpredictable, as RFC 3550 wants it
 */
public record MediaSettings(
        InetAddress address,
        int portMin,
        int portMax,
        int loops,
        long mediaTimeoutMillis,
        long rtcpIntervalMillis,
        boolean silenceWhenIdle,
        long seed) {

    public MediaSettings {
        if (portMin < 1 || portMax > 65_535 || evenFrom(portMin) + 1 > portMax) {
            throw new IllegalArgumentException("media ports " + portMin + "-" + portMax + " hold no pair");
        }
        if (loops < 1 || mediaTimeoutMillis < 0 || rtcpIntervalMillis < 100) {
            throw new IllegalArgumentException("loops >= 1, mediaTimeoutMillis >= 0, rtcpIntervalMillis >= 100");
        }
    }

    public static MediaSettings defaults() {
        int loops = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return new MediaSettings(InetAddress.getLoopbackAddress(), 16_384, 19_999, loops, 30_000, 5_000, true, 0);
    }

    public MediaSettings withAddress(InetAddress other) {
        return new MediaSettings(
                other, portMin, portMax, loops, mediaTimeoutMillis, rtcpIntervalMillis, silenceWhenIdle, seed);
    }

    public MediaSettings withPorts(int min, int max) {
        return new MediaSettings(
                address, min, max, loops, mediaTimeoutMillis, rtcpIntervalMillis, silenceWhenIdle, seed);
    }

    public MediaSettings withLoops(int count) {
        return new MediaSettings(
                address, portMin, portMax, count, mediaTimeoutMillis, rtcpIntervalMillis, silenceWhenIdle, seed);
    }

    public MediaSettings withMediaTimeoutMillis(long millis) {
        return new MediaSettings(address, portMin, portMax, loops, millis, rtcpIntervalMillis, silenceWhenIdle, seed);
    }

    public MediaSettings withSilenceWhenIdle(boolean silence) {
        return new MediaSettings(
                address, portMin, portMax, loops, mediaTimeoutMillis, rtcpIntervalMillis, silence, seed);
    }

    public MediaSettings withSeed(long value) {
        return new MediaSettings(
                address, portMin, portMax, loops, mediaTimeoutMillis, rtcpIntervalMillis, silenceWhenIdle, value);
    }

    int firstPort() {
        return evenFrom(portMin);
    }

    private static int evenFrom(int port) {
        return port + (port & 1);
    }
}
