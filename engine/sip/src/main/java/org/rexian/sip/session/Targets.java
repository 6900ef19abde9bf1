package org.rexian.sip.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.rexian.sip.CallTarget;
import org.rexian.sip.TrunkLogin;
import org.rexian.sip.TrunkSettings;
import org.rexian.sip.auth.DigestClient;
import org.rexian.sip.auth.Secret;
import org.rexian.sip.registrar.Binding;
import org.rexian.sip.registrar.RegisterServer;
import org.rexian.sip.transport.Transport;
import org.rexian.sip.trunk.TrunkBook;
import org.rexian.sip.wire.SipUri;

/** From what the owner of a call names to where its INVITEs go. */
final class Targets {
    private final RegisterServer registrar;
    private final TrunkBook trunks;
    private final Locator locator;
    private final String realm;
    private final Map<String, Credentials> logins = new HashMap<>();

    Targets(RegisterServer registrar, TrunkBook trunks, Locator locator, String realm, RandomGenerator random) {
        this.registrar = registrar;
        this.trunks = trunks;
        this.locator = locator;
        this.realm = realm;
        for (TrunkSettings trunk : trunks.all()) {
            trunk.login().ifPresent(login -> logins.put(trunk.name(), credentials(login, random)));
        }
    }

    private static Credentials credentials(TrunkLogin login, RandomGenerator random) {
        return new Credentials(new DigestClient(login.user(), new Secret.Password(login.password()), random));
    }

    /** What answers the challenges of this target's side. */
    Optional<Credentials> credentials(CallTarget target) {
        return target instanceof CallTarget.Uri uri ? uri.trunk().flatMap(this::login) : Optional.empty();
    }

    Optional<Credentials> login(String trunk) {
        return Optional.ofNullable(logins.get(trunk));
    }

    /** The URI for To; empty when the target is none. */
    Optional<SipUri> address(CallTarget target) {
        return switch (target) {
            case CallTarget.Account account -> Optional.of(SipUri.of(account.user(), realm, 0));
            case CallTarget.Uri uri -> SipUri.parse(uri.uri()).filter(SipUri::isSip);
        };
    }

    /** Finds the hops; calls at once unless a name has to be looked up. No hops: there is nowhere to ring. */
    void hops(CallTarget target, Consumer<List<Hop>> then) {
        switch (target) {
            case CallTarget.Account account -> accountHops(account.user(), then);
            case CallTarget.Uri uri -> {
                Optional<SipUri> parsed = SipUri.parse(uri.uri());
                Optional<SipUri> via =
                        uri.trunk().isEmpty() ? parsed : uri.trunk().flatMap(this::trunkUri);
                if (parsed.isEmpty() || via.isEmpty()) {
                    then.accept(List.of());
                } else {
                    single(parsed.get(), via.get(), then);
                }
            }
        }
    }

    private void accountHops(String user, Consumer<List<Hop>> then) {
        List<Hop> hops = new ArrayList<>(1);
        int best = -1;
        for (Binding binding : registrar.bindings(user)) {
            best = Math.max(best, binding.qThousandths());
            if (binding.qThousandths() == best) {
                hops.add(new Hop(binding.contact(), binding.flow().back(), true));
            }
        }
        Optional<SipUri> fixed = registrar.staticContact(user).flatMap(SipUri::parse);
        if (hops.isEmpty() && fixed.isPresent()) {
            single(fixed.get(), fixed.get(), then);
        } else {
            then.accept(hops);
        }
    }

    private void single(SipUri uri, SipUri via, Consumer<List<Hop>> then) {
        locator.locate(
                via,
                found -> then.accept(found.map(destination -> List.of(new Hop(uri, destination, false)))
                        .orElse(List.of())));
    }

    private Optional<SipUri> trunkUri(String name) {
        return trunks.named(name).filter(trunk -> !trunk.host().isEmpty()).map(trunk -> {
            SipUri uri = SipUri.of("", trunk.host(), trunk.port());
            return trunk.transport() == Transport.UDP ? uri : uri.with("transport", "tcp");
        });
    }
}
