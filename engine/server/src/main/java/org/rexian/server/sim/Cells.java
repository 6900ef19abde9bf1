package org.rexian.server.sim;

import java.util.Locale;
import org.rexian.acd.sim.Estimate;
import org.rexian.acd.sim.Measure;

/** Figures as text: a share in per cent, a wait in seconds, each with its confidence interval if there is one. */
final class Cells {

    private Cells() {}

    /** {@code 92.6 ±0.4}. */
    static String with(Estimate estimate, Measure measure) {
        if (Double.isNaN(estimate.mean())) {
            return "–";
        }
        String mean = plain(estimate, measure);
        return Double.isNaN(estimate.half())
                ? mean
                : mean + " ±" + number(estimate.half() * factor(measure), decimals(measure));
    }

    /** The mean alone. */
    static String plain(Estimate estimate, Measure measure) {
        return Double.isNaN(estimate.mean()) ? "–" : number(estimate.mean() * factor(measure), decimals(measure));
    }

    /** A difference, with its sign. */
    static String signed(Estimate estimate, Measure measure) {
        String text = with(estimate, measure);
        return estimate.mean() > 0 ? "+" + text : text;
    }

    private static double factor(Measure measure) {
        return measure.unit() == Measure.Unit.SHARE ? 100 : 1;
    }

    private static int decimals(Measure measure) {
        return measure.unit() == Measure.Unit.COUNT ? 0 : 1;
    }

    private static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.startsWith("-") && Double.parseDouble(text) == 0 ? text.substring(1) : text;
    }
}
