package org.rexian.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rexian.media.MediaPlane;
import org.rexian.media.MediaSettings;
import org.rexian.media.PromptStore;
import org.rexian.server.Docs;
import org.rexian.sip.SipCounters;

class TelephonyMetricsTest {

    private static final Pattern ON_THE_REFERENCE =
            Pattern.compile("^\\| `(rexian_(?:sip|media)_\\w+)`", Pattern.MULTILINE);

    @Test
    void theReferenceNamesTheSeriesOfSipAndMediaAndNoOther() throws IOException {
        SipCounters sip = new SipCounters();
        sip.malformed("not-sip");
        try (Metrics metrics = new Metrics();
                MediaPlane media = new MediaPlane(MediaSettings.defaults(), new PromptStore(), System::nanoTime)) {
            var _ = new SipMetrics(metrics, sip);
            var _ = new MediaMetrics(metrics, media);
            Set<String> served = metrics.page()
                    .lines()
                    .filter(line -> line.startsWith("# TYPE rexian_sip") || line.startsWith("# TYPE rexian_media"))
                    .map(line -> line.split(" ", 4)[2])
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> named = ON_THE_REFERENCE
                    .matcher(Files.readString(Docs.page("reference/metrics.md")))
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(served).isEqualTo(named);
        }
    }

    @Test
    void countersAreReadWhenAskedAndReasonsAppearAsTheyHappen() {
        SipCounters sip = new SipCounters();
        try (Metrics metrics = new Metrics()) {
            var _ = new SipMetrics(metrics, sip);
            assertThat(metrics.page()).doesNotContain("rexian_sip_malformed_total{");
            sip.malformed("cseq");
            sip.malformed("cseq");
            sip.requestsIn.add(3);
            sip.slowTurns.increment();
            sip.usage.sessionsBegun.add(5);
            sip.usage.sessionsEnded.add(3);
            sip.usage.strangersRefused.increment();
            assertThat(metrics.page())
                    .contains(
                            "rexian_sip_malformed_total{reason=\"cseq\"} 2.0",
                            "rexian_sip_messages_in_total{kind=\"request\"} 3.0",
                            "rexian_loop_slow_turns_total{loop=\"call\"} 1.0",
                            "rexian_sip_sessions 2.0",
                            "rexian_sip_refused_total{reason=\"stranger\"} 1.0");
            sip.malformed("cseq");
            assertThat(metrics.page()).contains("rexian_sip_malformed_total{reason=\"cseq\"} 3.0");
        }
    }
}
