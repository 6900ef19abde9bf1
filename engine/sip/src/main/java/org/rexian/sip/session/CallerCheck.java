package org.rexian.sip.session;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rexian.sip.Account;
import org.rexian.sip.Origin;
import org.rexian.sip.UsageCounters;
import org.rexian.sip.auth.DigestServer;
import org.rexian.sip.registrar.Binding;
import org.rexian.sip.registrar.RegisterServer;
import org.rexian.sip.transport.Flow;
import org.rexian.sip.trunk.TrunkBook;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipUri;

/**
 * Who may call. A From that names an account must come the way that the account registered, from its static address, or prove
 * itself by digest; else the source address must be a trunk's. Everybody else meets the same as a phone that must prove
 * itself: a challenge, then 403. So nobody learns from our answers which users exist.
 */
final class CallerCheck {

    sealed interface Verdict {
        record Known(Origin origin) implements Verdict {}

        /** 401 with these. */
        record Prove(List<String> challenges) implements Verdict {}

        /** 403. */
        record Stranger() implements Verdict {}
    }

    private final Map<String, Optional<InetAddress>> staticAddressByAccount = new HashMap<>();
    private final RegisterServer registrar;
    private final TrunkBook trunks;
    private final DigestServer digest;
    private final UsageCounters usage;

    CallerCheck(
            List<Account> accounts,
            RegisterServer registrar,
            TrunkBook trunks,
            DigestServer digest,
            UsageCounters usage) {
        become(accounts);
        this.registrar = registrar;
        this.trunks = trunks;
        this.digest = digest;
        this.usage = usage;
    }

    /** These accounts from now on, and no other. */
    void become(List<Account> accounts) {
        staticAddressByAccount.clear();
        for (Account account : accounts) {
            Optional<InetAddress> address =
                    account.staticContact().flatMap(SipUri::parse).flatMap(uri -> Locator.literal(uri.host()));
            staticAddressByAccount.put(account.user(), address);
        }
    }

    Verdict judge(SipRequest invite, Flow flow, long nowMillis) {
        String user = invite.from().uri().user();
        InetAddress source = flow.remote().getAddress();
        Optional<InetAddress> staticAddress = staticAddressByAccount.get(user);
        if (staticAddress != null) {
            boolean here = staticAddress.isPresent() && staticAddress.get().equals(source);
            return here || cameAsRegistered(user, flow)
                    ? new Verdict.Known(new Origin.Account(user))
                    : prove(invite, user, nowMillis);
        }
        return trunks.at(source)
                .<Verdict>map(trunk -> new Verdict.Known(new Origin.Trunk(trunk.name())))
                .orElseGet(() -> prove(invite, user, nowMillis));
    }

    private boolean cameAsRegistered(String user, Flow flow) {
        for (Binding binding : registrar.bindings(user)) {
            Flow way = binding.flow();
            if (way.transport() == flow.transport() && way.remote().equals(flow.remote())) {
                return true;
            }
        }
        return false;
    }

    private Verdict prove(SipRequest invite, String user, long nowMillis) {
        return switch (digest.check(invite.method(), invite.headers("Authorization"), nowMillis)) {
            case DigestServer.Result.Proven proven -> {
                boolean own = proven.user().equals(user);
                yield own ? new Verdict.Known(new Origin.Account(user)) : new Verdict.Stranger();
            }
            case DigestServer.Result.Challenge challenge -> {
                if (challenge.wrong()) {
                    usage.wrongCredentials.increment();
                    yield new Verdict.Stranger();
                }
                yield new Verdict.Prove(challenge.values());
            }
        };
    }
}
