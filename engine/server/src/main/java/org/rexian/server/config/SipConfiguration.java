package org.rexian.server.config;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * SIP: where it is received, who may call, times and bounds.
 *
 * @param domain digest realm, and domain of the accounts
 * @param digest what phones are offered, the preferred one first; never empty
 * @param publicHost written into Via and Contact instead of the bound address
 */
public record SipConfiguration(
        List<ListenAddress> listen,
        String domain,
        Optional<String> publicHost,
        String userAgent,
        List<DigestAlgorithm> digest,
        List<TrunkConfiguration> trunks,
        List<AccountConfiguration> accounts,
        SipTimes timers,
        SipLimits limits) {

    static final Key<ListenAddress> LISTEN = Key.list(
            "listen",
            AddressKinds.LISTEN,
            "udp:127.0.0.1:5060, tcp:127.0.0.1:5060",
            "Where SIP is received, as transport:address:port.");
    static final Key<String> DOMAIN =
            Key.of("domain", Kinds.TEXT, "rexian", "Digest realm, and the domain of the accounts' addresses.");
    static final Key<Optional<String>> PUBLIC_HOST = Key.of(
            "public-host",
            Kinds.OPTIONAL_TEXT,
            "",
            "Host to write into Via and Contact instead of the bound address, for a machine behind NAT.");
    static final Key<String> USER_AGENT = Key.of("user-agent", Kinds.TEXT, "Rexian", "User-Agent and Server header.");

    static final Key<DigestAlgorithm> DIGEST = Key.list(
            "digest",
            Kinds.choice(DigestAlgorithm.class),
            "md5",
            "Algorithms that phones may prove their password by, the preferred one first. Some phones give up when they are offered one that"
                    + " they don't know: add sha-256 once all of yours know it.");

    static final Table TABLE = Table.one(
            "sip",
            "SIP: where it is received, who may call, times and bounds.",
            List.of(LISTEN, DOMAIN, PUBLIC_HOST, USER_AGENT, DIGEST),
            TrunkConfiguration.TABLE,
            AccountConfiguration.TABLE,
            SipTimes.TABLE,
            SipLimits.TABLE);

    static SipConfiguration read(Section sip) {
        List<ListenAddress> listen = sip.list(LISTEN);
        Set<ListenAddress> seen = new HashSet<>();
        for (int i = 0; i < listen.size(); i++) {
            if (!seen.add(listen.get(i))) {
                sip.problem(LISTEN, i, "listen: " + listen.get(i) + " stands here twice", "keep one of them");
            }
        }
        if (listen.isEmpty()) {
            sip.problem(LISTEN, "listen: without an address nobody can call", "leave the key out for the default");
        }
        List<DigestAlgorithm> digest = sip.list(DIGEST);
        if (digest.isEmpty()) {
            sip.problem(
                    DIGEST, "digest: without an algorithm no phone can register", "leave the key out for the default");
        }
        return new SipConfiguration(
                listen,
                sip.get(DOMAIN),
                sip.get(PUBLIC_HOST),
                sip.get(USER_AGENT),
                digest.stream().distinct().toList(),
                TrunkConfiguration.readAll(sip.sections(TrunkConfiguration.TABLE)),
                AccountConfiguration.readAll(sip.sections(AccountConfiguration.TABLE)),
                SipTimes.read(sip.section(SipTimes.TABLE)),
                SipLimits.read(sip.section(SipLimits.TABLE)));
    }
}
