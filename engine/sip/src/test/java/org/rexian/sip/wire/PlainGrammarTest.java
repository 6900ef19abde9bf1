package org.rexian.sip.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What the quick reader takes, JAIN takes as well, and reads the same. */
class PlainGrammarTest {
    private static final List<String> URIS = List.of(
            "sip:10060@127.0.0.1:5060",
            "sip:lilei@Example.com;transport=UDP;lr",
            "sip:+8610060@gw-1.example.com;user=phone",
            "sip:example.com",
            "sip:a.b_c!d@10.0.0.1:65535;x=1.2;Y");
    private static final List<String> VIAS = List.of(
            "SIP/2.0/UDP 127.0.0.1:40001;branch=z9hG4bK-524287-1---aa32c2cf7d5e8f2a;rport",
            "SIP/2.0/TCP Client.example.com;branch=z9hG4bK1",
            "SIP/2.0/tls a:5061;rport=5;alias");
    private static final String MARKS = ":;@=.-_ ,%\"[]<>/?*+!~'()&$09azAZ\t";

    @Test
    void thePlainCasesAreTaken() {
        assertThat(URIS)
                .allSatisfy(uri -> assertThat(PlainGrammar.sipUri("sip", uri)).isPresent());
        assertThat(VIAS).allSatisfy(via -> assertThat(PlainGrammar.via(via)).isPresent());
    }

    @Test
    void bothReadersAgreeOnMutatedText() {
        long seed = ThreadLocalRandom.current().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        int taken = 0;
        for (int i = 0; i < 60_000; i++) {
            String uri = mutated(URIS.get(random.nextInt(URIS.size())), random);
            if (Text.isUriText(uri) && uri.startsWith("sip:") && uri.indexOf('@') == uri.lastIndexOf('@')) {
                Optional<SipUri> plain = PlainGrammar.sipUri("sip", uri);
                if (plain.isPresent()) {
                    taken++;
                    assertThat(JainGrammar.sipUri("sip", uri))
                            .as("seed %d: %s", seed, uri)
                            .isEqualTo(plain);
                }
            }
            String via = mutated(VIAS.get(random.nextInt(VIAS.size())), random);
            Optional<List<Via>> plain = PlainGrammar.via(via);
            if (plain.isPresent()) {
                taken++;
                assertThat(JainGrammar.vias(via)).as("seed %d: %s", seed, via).isEqualTo(plain);
            }
        }
        assertThat(taken).isGreaterThan(10_000);
    }

    private static String mutated(String text, SplittableRandom random) {
        StringBuilder changed = new StringBuilder(text);
        for (int edits = 1 + random.nextInt(2); edits > 0; edits--) {
            int at = random.nextInt(changed.length());
            char mark = MARKS.charAt(random.nextInt(MARKS.length()));
            switch (random.nextInt(3)) {
                case 0 -> changed.insert(at, mark);
                case 1 -> changed.setCharAt(at, mark);
                default -> changed.deleteCharAt(at);
            }
        }
        return changed.toString();
    }
}
