package org.rexian.server.reload;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rexian.server.config.Configuration;
import org.rexian.server.config.SipConfiguration;

/** Which keys of two configurations differ, and which of them can change while the engine runs. */
final class ChangedKeys {

    /** Beginnings of the keys that take effect at once. */
    private static final List<String> LIVE = List.of(
            "hotlines",
            "sip.accounts",
            "acd.queues",
            "acd.agents",
            "acd.routing",
            "acd.desks",
            "acd.feature-codes",
            "calls.",
            "log.level");

    /** What stands in them and yet waits for a restart. */
    private static final List<String> NOT_LIVE = List.of("calls.drain");

    /** What the rest amounts to, by the first part of the key: a default written out is no change. */
    private static final Map<String, Function<Configuration, Object>> REST = Map.of(
            "data", Configuration::data,
            "sip", configuration -> withoutAccounts(configuration.sip()),
            "media", Configuration::media,
            "calls", Configuration::calls,
            "acd",
                    configuration -> List.of(
                            configuration.acd().featureCodes(),
                            configuration.acd().ring(),
                            configuration.acd().journal()),
            "storage", Configuration::storage,
            "http", Configuration::http);

    private ChangedKeys() {}

    static List<String> live(Configuration before, Configuration after) {
        return after.written().differingFrom(before.written()).stream()
                .filter(ChangedKeys::isLive)
                .toList();
    }

    static List<String> needRestart(Configuration before, Configuration after) {
        return after.written().differingFrom(before.written()).stream()
                .filter(key -> !isLive(key) && differs(key, before, after))
                .toList();
    }

    private static boolean isLive(String key) {
        return LIVE.stream().anyMatch(key::startsWith) && !NOT_LIVE.contains(key);
    }

    private static boolean differs(String key, Configuration before, Configuration after) {
        Function<Configuration, Object> part = REST.get(key.split("[.\\[]", 2)[0]);
        return part == null || !part.apply(before).equals(part.apply(after));
    }

    private static SipConfiguration withoutAccounts(SipConfiguration sip) {
        return new SipConfiguration(
                sip.listen(),
                sip.domain(),
                sip.publicHost(),
                sip.userAgent(),
                sip.digest(),
                sip.trunks(),
                List.of(),
                sip.timers(),
                sip.limits());
    }
}
