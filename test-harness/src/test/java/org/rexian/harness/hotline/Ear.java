package org.rexian.harness.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.rexian.harness.audio.Tone;
import org.rexian.harness.audio.ToneMeter;
import org.rexian.harness.audio.WavFile;
import org.rexian.harness.phone.PhoneCall;

/** A party of a talk who says one tone all the time, and whose ear is measured afterwards by stretches of time. */
final class Ear {

    private static final double HEARD = -20;
    private static final double NOT_HEARD = -40;

    private final PhoneCall call;
    private final int hertz;
    private final Path file;
    private final long since;

    private Ear(PhoneCall call, int hertz, Path file) {
        this.call = call;
        this.hertz = hertz;
        this.file = file;
        this.since = System.nanoTime();
    }

    /** From now on the call says this tone, and what it hears is recorded. */
    static Ear at(PhoneCall call, int hertz, Path folder) {
        Path tone = folder.resolve("say-" + hertz + ".wav");
        WavFile.write(tone, Tone.sine(hertz, -12, 60_000));
        Path heard = folder.resolve("heard-" + hertz + ".wav");
        call.say(List.of(tone), true);
        call.record(heard);
        return new Ear(call, hertz, heard);
    }

    /** A moment in this ear's recording. */
    long now() {
        return (System.nanoTime() - since) / 1_000_000;
    }

    /** Whether, between these moments less a margin for what changes at them, exactly {@code others} of {@code all} were heard. */
    void heardOnly(String when, long from, long to, List<Ear> all, Ear... others) {
        ToneMeter stretch = meter().part(from + 400, to - 200);
        for (Ear one : all) {
            if (one == this) {
                continue;
            }
            double level = stretch.level(one.hertz);
            if (List.of(others).contains(one)) {
                assertThat(level).as("%s: %s hears %s", when, this, one).isGreaterThan(HEARD);
            } else {
                assertThat(level).as("%s: %s does not hear %s", when, this, one).isLessThan(NOT_HEARD);
            }
        }
    }

    /** What was heard; the call must be over. */
    ToneMeter meter() {
        return WavFile.read(file).meter(0);
    }

    void awaitEnded(Duration patience) {
        call.awaitEnded(patience);
    }

    PhoneCall call() {
        return call;
    }

    @Override
    public String toString() {
        return call.phone().user() + " (" + hertz + " Hz)";
    }
}
