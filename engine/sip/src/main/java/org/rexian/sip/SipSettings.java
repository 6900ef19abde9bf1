package org.rexian.sip;

import java.util.List;
import org.rexian.sip.auth.DigestAlgorithm;
import org.rexian.sip.transport.ListenAddress;
import org.rexian.sip.transport.Transport;

/**
 * Everything that a {@link SipEndpoint} is told, immutable.
 *
 * @param listen addresses to bind, at least one
 * @param realm digest realm, and the domain of our accounts' addresses of record
 * @param userAgent User-Agent and Server header; empty for none
 * @param digest algorithms that phones may prove themselves by, as they are offered: the preferred one first (RFC 8760 §2.4)
 * @param randomSeed seeds tags, branches and jitter; 0 takes a seed from the operating system
 */
public record SipSettings(
        List<ListenAddress> listen,
        String realm,
        List<Account> accounts,
        List<TrunkSettings> trunks,
        SipTimers timers,
        SipBounds bounds,
        String userAgent,
        List<DigestAlgorithm> digest,
        long randomSeed) {

    public SipSettings {
        digest = List.copyOf(digest);
        listen = List.copyOf(listen);
        accounts = List.copyOf(accounts);
        trunks = List.copyOf(trunks);
    }

    /** UDP and TCP on 127.0.0.1:5060, realm {@code rexian}, nobody known. */
    public static SipSettings defaults() {
        return new SipSettings(
                List.of(
                        new ListenAddress(Transport.UDP, "127.0.0.1", 5060),
                        new ListenAddress(Transport.TCP, "127.0.0.1", 5060)),
                "rexian",
                List.of(),
                List.of(),
                SipTimers.defaults(),
                SipBounds.defaults(),
                "Rexian",
                List.of(DigestAlgorithm.MD5),
                0);
    }

    public SipSettings withListen(ListenAddress... addresses) {
        return new SipSettings(
                List.of(addresses), realm, accounts, trunks, timers, bounds, userAgent, digest, randomSeed);
    }

    public SipSettings withRealm(String value) {
        return new SipSettings(listen, value, accounts, trunks, timers, bounds, userAgent, digest, randomSeed);
    }

    public SipSettings withAccounts(List<Account> value) {
        return new SipSettings(listen, realm, value, trunks, timers, bounds, userAgent, digest, randomSeed);
    }

    public SipSettings withTrunks(List<TrunkSettings> value) {
        return new SipSettings(listen, realm, accounts, value, timers, bounds, userAgent, digest, randomSeed);
    }

    public SipSettings withTimers(SipTimers value) {
        return new SipSettings(listen, realm, accounts, trunks, value, bounds, userAgent, digest, randomSeed);
    }

    public SipSettings withBounds(SipBounds value) {
        return new SipSettings(listen, realm, accounts, trunks, timers, value, userAgent, digest, randomSeed);
    }

    public SipSettings withDigest(List<DigestAlgorithm> value) {
        return new SipSettings(listen, realm, accounts, trunks, timers, bounds, userAgent, value, randomSeed);
    }

    public SipSettings withRandomSeed(long value) {
        return new SipSettings(listen, realm, accounts, trunks, timers, bounds, userAgent, digest, value);
    }
}
