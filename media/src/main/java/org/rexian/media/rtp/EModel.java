package org.rexian.media.rtp;

/** Mean opinion score from loss and delay (ITU-T G.107, simplified to the terms that a packet network changes). */
public final class EModel {

    private static final double R_DEFAULT = 93.2;
    private static final double BURST_ROBUSTNESS = 25.1; // G.711 with concealment (G.113 Appendix I)
    private static final double PACKET_MILLIS = 20;

    private EModel() {}

    /**
     * @param lossRatio lost to expected packets, 0–1
     * @param roundTripMillis negative when unknown
     * @return 1.0–4.5
     */
    public static double mos(double lossRatio, double jitterMillis, double roundTripMillis) {
        double delay = PACKET_MILLIS + 2 * jitterMillis + Math.max(0, roundTripMillis) / 2;
        double delayImpairment = 0.024 * delay + 0.11 * Math.max(0, delay - 177.3);
        double lossPercent = 100 * Math.clamp(lossRatio, 0.0, 1.0);
        double lossImpairment = 95 * lossPercent / (lossPercent + BURST_ROBUSTNESS);
        double r = Math.clamp(R_DEFAULT - delayImpairment - lossImpairment, 0.0, 100.0);
        return Math.clamp(1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6, 1.0, 4.5);
    }
}
