package org.rexian.server.metrics;

import java.util.function.ToDoubleFunction;
import org.rexian.media.MediaCounters;
import org.rexian.media.MediaPlane;

/** What the audio counts, as series. Read when Prometheus asks. */
public final class MediaMetrics {

    private final Metrics metrics;
    private final MediaPlane media;

    /** Registers all of them. */
    public MediaMetrics(Metrics metrics, MediaPlane media) {
        this.metrics = metrics;
        this.media = media;
        metrics.gauge(
                "rexian.media.sessions",
                "Media sessions open.",
                media,
                plane -> plane.counters().sessions());
        packets();
        count("rexian.media.no.port", "Sessions refused because no port was free.", MediaCounters::noPort);
        count("rexian.media.digits", "Keys that were pressed.", MediaCounters::digits);
        count("rexian.media.timeouts", "Sessions whose audio stopped coming.", MediaCounters::mediaTimeouts);
        count("rexian.media.prompt.failures", "Prompts that could not be played.", MediaCounters::promptFailures);
        count("rexian.media.recording.failures", "Recordings that failed.", MediaCounters::recordingFailures);
        count(
                "rexian.media.recording.chunks.lost",
                "Pieces of recordings that are silent because the disk was too slow.",
                MediaCounters::recordingChunksLost);
        count(
                "rexian.media.skipped.seconds",
                "Audio not sent because a loop was too late.",
                counts -> counts.skippedMillis() / 1000.0);
        count("rexian.media.faults", "Sessions ended by a mistake of ours.", MediaCounters::loopFaults);
        metrics.loop("media", media, plane -> plane.counters().lateTurns());
    }

    private void packets() {
        String all = "rexian.media.packets";
        count(all, "RTP packets.", "direction", "in", MediaCounters::packetsReceived);
        count(all, "RTP packets.", "direction", "out", MediaCounters::packetsSent);
        String dropped = "rexian.media.dropped";
        String help = "Packets received and thrown away.";
        count(dropped, help, "reason", "stranger", MediaCounters::droppedStranger);
        count(dropped, help, "reason", "malformed", MediaCounters::droppedMalformed);
        count(dropped, help, "reason", "unwanted", MediaCounters::droppedUnwanted);
        count("rexian.media.send.failures", "Packets that the kernel did not take.", MediaCounters::sendFailures);
    }

    private void count(String name, String help, ToDoubleFunction<MediaCounters> read) {
        metrics.counter(name, help, media, plane -> read.applyAsDouble(plane.counters()));
    }

    private void count(String name, String help, String label, String value, ToDoubleFunction<MediaCounters> read) {
        metrics.counter(name, help, label, value, media, plane -> read.applyAsDouble(plane.counters()));
    }
}
