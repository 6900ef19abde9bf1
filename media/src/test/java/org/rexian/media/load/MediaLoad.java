package org.rexian.media.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rexian.media.AudioCodec;
import org.rexian.media.MediaPlane;
import org.rexian.media.MediaSession;
import org.rexian.media.MediaSettings;
import org.rexian.media.PromptStore;
import org.rexian.media.StreamFormat;
import org.rexian.media.wav.Tone;
import org.rexian.media.wav.WavBytes;

/**
 * Load on the media plane over loopback, the far ends in a process of their own. Prints one table; CPU is this process alone.
 * Arguments: {@code prompts|bridges|recorded SECONDS COUNT...}; a count is of streams, or of bridged pairs.
 */
public final class MediaLoad {

    private MediaLoad() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.println(
                "| what | count | CPU % | CPU % a hundred | µs CPU a packet | packets/s | lost | p99 gap ms | p99.9 gap ms"
                        + " | p50 delay ms | p99 delay ms | skipped ms |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (int i = 2; i < args.length; i++) {
            step(args[0], Integer.parseInt(args[1]), Integer.parseInt(args[i]));
        }
    }

    private static void step(String what, int seconds, int count) throws IOException, InterruptedException {
        boolean prompts = what.equals("prompts");
        PromptStore store = new PromptStore();
        Path folder = Files.createTempDirectory("media-load");
        Path prompt = WavBytes.write(folder.resolve("p.wav"), Tone.sine(440, 8_000, 8_000, 80_000));
        store.prepare(List.of(prompt));
        MediaSettings settings =
                MediaSettings.defaults().withPorts(30_000, 60_000).withLoops(1);
        try (FarProcess far = new FarProcess(prompts ? count : 2 * count);
                MediaPlane plane = new MediaPlane(settings, store, System::nanoTime)) {
            List<MediaSession> sessions = open(plane, far.ports);
            if (prompts) {
                sessions.forEach(session -> session.play(1, List.of(prompt), true));
            } else {
                for (int i = 0; i < sessions.size(); i += 2) {
                    sessions.get(i).bridge(sessions.get(i + 1), true);
                    if (what.equals("recorded")) {
                        sessions.get(i).startRecording(folder.resolve(i + ".wav"));
                    }
                }
                far.send(sessions.stream()
                        .map(session -> session.localAddress().getPort())
                        .toList());
            }
            Thread.sleep(6_000); // compiled and settled
            far.measure();
            long skipped = plane.counters().skippedMillis();
            long cpu = Cpu.nanos();
            long begin = System.nanoTime();
            Thread.sleep(seconds * 1_000L);
            cpu = Cpu.nanos() - cpu;
            long elapsed = System.nanoTime() - begin;
            print(
                    what,
                    count,
                    100.0 * cpu / elapsed,
                    far.report(),
                    elapsed / 1e9,
                    plane.counters().skippedMillis() - skipped);
        }
    }

    private static List<MediaSession> open(MediaPlane plane, List<Integer> ports) {
        List<MediaSession> sessions = new ArrayList<>();
        for (int port : ports) {
            InetSocketAddress remote = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            InetSocketAddress rtcp = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
            MediaSession session = plane.open(new Quiet()).orElseThrow();
            session.connect(new StreamFormat(remote, rtcp, false, AudioCodec.PCMU, 0, 101, 20, true, true));
            sessions.add(session);
        }
        return sessions;
    }

    private static void print(String what, int count, double cpu, String[] report, double seconds, long skipped) {
        System.out.printf(
                "| %s | %d | %.1f | %.2f | %.2f | %.0f | %s | %s | %s | %s | %s | %d |%n",
                what,
                count,
                cpu,
                cpu * 100 / count,
                cpu * 1e4 * seconds / Long.parseLong(report[1]),
                Long.parseLong(report[1]) / seconds,
                report[2],
                report[4],
                report[5],
                report[6],
                report[7],
                skipped);
    }
}
