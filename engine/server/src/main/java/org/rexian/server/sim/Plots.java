package org.rexian.server.sim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.rexian.acd.sim.Comparison;
import org.rexian.acd.sim.Curves;
import org.rexian.acd.sim.Subject;
import org.rexian.server.Printable;

/** Draws a comparison: for each policy the waits by class, the service level by half hour and the occupancy; the lines of all policies. */
final class Plots {

    private static final int BINS = 25;
    private static final int WAITS_SHOWN_SECONDS = 120;

    private final Comparison played;
    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    private Plots(Comparison played, Path folder) {
        this.played = played;
        this.folder = folder;
    }

    /** Writes an SVG and a PNG for each plot; the files. */
    static List<Path> draw(Comparison played, Path folder) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Files.createDirectories(folder);
        Plots plots = new Plots(played, folder);
        Drawing lines =
                Drawing.lines("Callers in line over the day", "hour", "waiting").xFrom(0, 24);
        for (int policy = 0; policy < played.policies().size(); policy++) {
            Curves curves = played.curves(policy);
            plots.waits(policy, curves);
            plots.byHalfHour(policy, curves);
            plots.occupancy(policy, curves);
            plots.lengths(policy, curves, lines);
        }
        plots.files.addAll(lines.save(folder, "lines"));
        return plots.files;
    }

    private void waits(int policy, Curves curves) throws IOException {
        Drawing drawing = Drawing.lines("Answered within: " + name(policy), "seconds", "% of callers")
                .xFrom(0, WAITS_SHOWN_SECONDS)
                .yFrom(0, 100);
        double[] seconds =
                IntStream.rangeClosed(1, WAITS_SHOWN_SECONDS).asDoubleStream().toArray();
        for (Subject subject : shown()) {
            double[] shares = Arrays.copyOf(curves.answeredWithin(subject), WAITS_SHOWN_SECONDS);
            drawing.add(SimReport.name(subject), seconds, percent(shares));
        }
        files.addAll(drawing.save(folder, "waits-" + slug(policy)));
    }

    private void byHalfHour(int policy, Curves curves) throws IOException {
        Drawing drawing = Drawing.lines("Answered in time, by half hour: " + name(policy), "hour", "% of callers (F3)")
                .xFrom(0, 24)
                .yFrom(0, 100);
        for (Subject subject : shown()) {
            double[] shares = curves.inTime(subject);
            double[] hours = IntStream.range(0, shares.length)
                    .mapToDouble(i -> i / 2.0 + 0.25)
                    .toArray();
            drawing.add(SimReport.name(subject), hours, percent(shares));
        }
        files.addAll(drawing.save(folder, "half-hours-" + slug(policy)));
    }

    private void occupancy(int policy, Curves curves) throws IOException {
        double[] occupancies = curves.occupancies();
        double width = 100.0 / BINS;
        double[] shares = new double[BINS];
        for (double each : occupancies) {
            shares[Math.clamp((int) (each * BINS), 0, BINS - 1)] += 100.0 / occupancies.length;
        }
        Drawing drawing = Drawing.bars("Occupancy: " + name(policy), "% busy", "% of agents", width)
                .xFrom(0, 100);
        double[] middles =
                IntStream.range(0, BINS).mapToDouble(i -> (i + 0.5) * width).toArray();
        drawing.add(name(policy), middles, shares);
        files.addAll(drawing.save(folder, "occupancy-" + slug(policy)));
    }

    private void lengths(int policy, Curves curves, Drawing drawing) {
        double[] sum = new double[Curves.SLICES];
        for (String queue : curves.queues()) {
            double[] length = curves.length(queue);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += length[i];
            }
        }
        double[] hours = IntStream.range(0, sum.length)
                .mapToDouble(i -> (i + 0.5) * 24 / sum.length)
                .toArray();
        drawing.add(name(policy), hours, sum);
    }

    /** Queues are left out where classes or groups tell more. */
    private List<Subject> shown() {
        List<Subject> all = SimReport.subjects(played);
        boolean more = all.stream()
                .anyMatch(subject -> subject.kind() == Subject.Kind.CLASS || subject.kind() == Subject.Kind.GROUP);
        return all.stream()
                .filter(subject -> subject.kind() != Subject.Kind.QUEUE || !more)
                .toList();
    }

    private static double[] percent(double[] shares) {
        return Arrays.stream(shares).map(share -> share * 100).toArray();
    }

    private String name(int policy) {
        return Printable.line(played.policies().get(policy).name());
    }

    /** Fit for a file name, and no two alike. */
    private String slug(int policy) {
        String word = name(policy).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return policy + 1 + "-" + word;
    }
}
