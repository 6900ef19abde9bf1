package org.rexian.sip.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rexian.sip.SipBounds;
import org.rexian.sip.SipTimers;
import org.rexian.sip.registrar.BindingStore.Outcome;
import org.rexian.sip.transport.Flow;
import org.rexian.sip.wire.SipUri;

/** RFC 3261 §10.3 on bindings alone: two contacts an account, three in all, 60 to 3,600 seconds. */
class BindingStoreTest {
    private static final Flow FLOW = Flow.udp(at(1), at(2));
    private final BindingStore store = new BindingStore(SipTimers.defaults(), new SipBounds(1, 1, 2, 3, 1, 1));

    private static InetSocketAddress at(int number) {
        return new InetSocketAddress(InetAddress.ofLiteral("10.0.0." + number), 5060);
    }

    private static Contact contact(String uri, int q, long seconds) {
        return new Contact(SipUri.parse(uri).orElseThrow(), "", q, seconds);
    }

    private Outcome register(String account, String callId, long cseq, long now, Contact... contacts) {
        return store.register(account, List.of(contacts), FLOW, callId, cseq, now);
    }

    private List<String> bindings(String account, long now) {
        return store.bindings(account, now).stream()
                .map(b -> b.contact() + " " + (b.expiresAtMillis() - now) / 1_000)
                .toList();
    }

    @Test
    void bestPreferenceFirstAndExpiry() {
        register("ann", "c", 1, 0, contact("sip:a@1.1.1.1", 500, 100), contact("sip:a@2.2.2.2", 1_000, 60));
        assertThat(bindings("ann", 0)).containsExactly("sip:a@2.2.2.2 60", "sip:a@1.1.1.1 100");
        assertThat(bindings("ann", 60_000)).containsExactly("sip:a@1.1.1.1 40");
        assertThat(store.expire("ann", 60_000)).isEqualTo(100_000);
        assertThat(store.size()).isEqualTo(1);
        assertThat(store.expire("ann", 100_000)).isEqualTo(Long.MAX_VALUE);
        assertThat(store.size()).isZero();
    }

    @Test
    void tooBriefIsRefusedTooLongIsShortened() {
        assertThat(register("ann", "c", 1, 0, contact("sip:a@1.1.1.1", 1_000, 59)))
                .isEqualTo(new Outcome.TooBrief(60));
        register("ann", "c", 2, 0, contact("sip:a@1.1.1.1", 1_000, 999_999));
        assertThat(bindings("ann", 0)).containsExactly("sip:a@1.1.1.1 3600");
    }

    @Test
    void anOlderRegisterOfTheSameCallChangesNothing() {
        register("ann", "c", 5, 0, contact("sip:a@1.1.1.1", 1_000, 100));
        assertThat(register("ann", "c", 5, 0, contact("sip:a@1.1.1.1", 1_000, 0)))
                .isEqualTo(new Outcome.OutOfOrder());
        assertThat(store.clear("ann", "c", 4, 0)).isEqualTo(new Outcome.OutOfOrder());
        assertThat(register("ann", "other", 1, 0, contact("sip:a@1.1.1.1", 1_000, 0)))
                .isEqualTo(new Outcome.Bound(List.of()));
    }

    @Test
    void starTakesAllAway() {
        register("ann", "c", 1, 0, contact("sip:a@1.1.1.1", 1, 100), contact("sip:a@2.2.2.2", 1, 100));
        assertThat(store.clear("ann", "c", 2, 0)).isEqualTo(new Outcome.Bound(List.of()));
        assertThat(store.size()).isZero();
    }

    @Test
    void pastTheBoundOfAnAccountTheOldestGoes() {
        register("ann", "a", 1, 0, contact("sip:a@1.1.1.1", 1, 100));
        register("ann", "b", 1, 10_000, contact("sip:a@2.2.2.2", 1, 100));
        register("ann", "c", 1, 20_000, contact("sip:a@3.3.3.3", 1, 100));
        assertThat(bindings("ann", 20_000)).containsExactly("sip:a@3.3.3.3 100", "sip:a@2.2.2.2 90");
    }

    @Test
    void pastTheBoundOfAllNobodyNewGetsInButRefreshesDo() {
        register("ann", "a", 1, 0, contact("sip:a@1.1.1.1", 1, 100), contact("sip:a@2.2.2.2", 1, 100));
        register("ben", "b", 1, 0, contact("sip:b@1.1.1.1", 1, 100));
        assertThat(register("cas", "c", 1, 0, contact("sip:c@1.1.1.1", 1, 100))).isEqualTo(new Outcome.Full());
        assertThat(register("ben", "b", 2, 50_000, contact("sip:b@1.1.1.1", 1, 100)))
                .isInstanceOf(Outcome.Bound.class);
        assertThat(bindings("ben", 50_000)).containsExactly("sip:b@1.1.1.1 100");
    }

    @Test
    void thePhoneWithTheSameInstanceReplacesItself() {
        Contact before = new Contact(SipUri.parse("sip:a@1.1.1.1:1111").orElseThrow(), "<urn:x>#1", 1, 100);
        Contact after = new Contact(SipUri.parse("sip:a@1.1.1.1:2222").orElseThrow(), "<urn:x>#1", 1, 100);
        register("ann", "a", 1, 0, before);
        register("ann", "b", 1, 0, after);
        assertThat(bindings("ann", 0)).containsExactly("sip:a@1.1.1.1:2222 100");
    }
}
