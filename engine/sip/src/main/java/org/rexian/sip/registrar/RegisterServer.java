package org.rexian.sip.registrar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.rexian.sip.Account;
import org.rexian.sip.Registrar;
import org.rexian.sip.SipSettings;
import org.rexian.sip.SipUser;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.UsageCounters;
import org.rexian.sip.auth.DigestServer;
import org.rexian.sip.transaction.ServerTransaction;
import org.rexian.sip.transaction.Tokens;
import org.rexian.sip.transport.Flow;
import org.rexian.sip.wire.ResponseBuilder;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** Answers REGISTERs (RFC 3261 §10.3) and watches bindings come and go. Call loop only. */
public final class RegisterServer implements Registrar {
    private static final long CONNECTIONS_EVERY_MILLIS = 5_000;

    private final SipSettings settings;
    private final TimerQueue timers;
    private final DigestServer digest;
    private final Tokens tokens;
    private final SipUser user;
    private final UsageCounters usage;
    private final BindingStore store;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, TimerQueue.Timer> expiries = new HashMap<>();
    private final Set<String> reachable = new HashSet<>();

    public RegisterServer(
            SipSettings settings,
            TimerQueue timers,
            DigestServer digest,
            Tokens tokens,
            SipUser user,
            UsageCounters usage) {
        this.settings = settings;
        this.timers = timers;
        this.digest = digest;
        this.tokens = tokens;
        this.user = user;
        this.usage = usage;
        this.store = new BindingStore(settings.timers(), settings.bounds());
        become(settings.accounts());
    }

    /** These accounts from now on: what another had registered is forgotten, and told. */
    public void become(List<Account> next) {
        Set<String> gone = new HashSet<>(accounts.keySet());
        accounts.clear();
        next.forEach(account -> accounts.put(account.user(), account));
        gone.removeAll(accounts.keySet());
        gone.forEach(account -> {
            store.forget(account);
            watch(account);
        });
    }

    // ---- a REGISTER

    /** Answers a REGISTER, then tells the user what it changed. */
    public void handle(SipRequest register, ServerTransaction transaction) {
        SipResponse answer =
                answer(register, transaction.flow()).toTag(tokens.tag()).build();
        transaction.respond(answer);
        if (answer.isSuccess()) {
            watch(register.to().uri().user());
        }
    }

    private ResponseBuilder answer(SipRequest register, Flow flow) {
        Optional<RegisterContacts> contacts =
                RegisterContacts.read(register, settings.timers().maxExpiresSeconds());
        if (contacts.isEmpty() || !register.to().uri().isSip()) {
            return register.response(400);
        }
        return switch (digest.check(register.method(), register.headers("Authorization"), timers.now())) {
            case DigestServer.Result.Challenge challenge -> challenged(register, challenge);
            case DigestServer.Result.Proven proven -> {
                boolean own = proven.user().equals(register.to().uri().user());
                yield own ? bind(proven.user(), contacts.get(), register, flow) : refuse(register.response(403));
            }
        };
    }

    private ResponseBuilder challenged(SipRequest register, DigestServer.Result.Challenge challenge) {
        usage.challenges.increment();
        if (challenge.wrong()) {
            usage.wrongCredentials.increment();
        }
        ResponseBuilder response = register.response(401);
        challenge.values().forEach(value -> response.header("WWW-Authenticate", value));
        return response;
    }

    private ResponseBuilder bind(String account, RegisterContacts contacts, SipRequest register, Flow flow) {
        long now = timers.now();
        long cseq = register.cseq().number();
        BindingStore.Outcome outcome = contacts.all()
                ? store.clear(account, register.callId(), cseq, now)
                : store.register(account, contacts.each(), flow, register.callId(), cseq, now);
        return switch (outcome) {
            case BindingStore.Outcome.Bound bound -> {
                usage.registrations.increment();
                yield listed(register.response(200), bound.bindings(), now);
            }
            case BindingStore.Outcome.TooBrief brief ->
                refuse(register.response(423).header("Min-Expires", Integer.toString(brief.minExpiresSeconds())));
            case BindingStore.Outcome.OutOfOrder() ->
                refuse(register.response(400).reason("CSeq out of order"));
            case BindingStore.Outcome.Full() -> refuse(register.response(503).header("Retry-After", "60"));
        };
    }

    private ResponseBuilder refuse(ResponseBuilder response) {
        usage.registrationsRefused.increment();
        return response;
    }

    private static ResponseBuilder listed(ResponseBuilder response, List<Binding> bindings, long nowMillis) {
        for (Binding each : bindings) {
            long seconds = (each.expiresAtMillis() - nowMillis + 999) / 1_000;
            response.header("Contact", "<" + each.contact() + ">;expires=" + seconds);
        }
        return response;
    }

    // ---- bindings go

    private void watch(String account) {
        long earliest = store.expire(account, timers.now());
        TimerQueue.Timer old = expiries.remove(account);
        if (old != null) {
            old.cancel();
        }
        if (earliest != Long.MAX_VALUE) {
            expiries.put(account, timers.schedule(earliest, () -> watch(account)));
        }
        boolean now = earliest != Long.MAX_VALUE;
        boolean changed = now ? reachable.add(account) : reachable.remove(account);
        if (changed && !hasStaticContact(account)) {
            user.onReachable(account, now);
        }
    }

    /** Looks after connections that closed with bindings on them, from now on. */
    public void watchConnections() {
        for (Flow dead : store.deadFlows()) {
            store.flowClosed(dead).forEach(this::watch);
        }
        timers.in(CONNECTIONS_EVERY_MILLIS, this::watchConnections);
    }

    // ---- asked by others

    @Override
    public boolean reachable(String account) {
        return hasStaticContact(account) || !bindings(account).isEmpty();
    }

    private boolean hasStaticContact(String account) {
        Account known = accounts.get(account);
        return known != null && known.staticContact().isPresent();
    }

    /** The URI where an account is when it has not registered. */
    public Optional<String> staticContact(String account) {
        return Optional.ofNullable(accounts.get(account)).flatMap(Account::staticContact);
    }

    @Override
    public List<Binding> bindings(String account) {
        List<Binding> live = new ArrayList<>(store.bindings(account, timers.now()));
        live.removeIf(binding -> !BindingStore.alive(binding.flow()));
        return live;
    }

    @Override
    public int size() {
        return store.size();
    }

    /** Of a header, for {@link RegisterContacts}. */
    static OptionalLong seconds(Optional<String> text) {
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = 0; i < text.get().length(); i++) {
            int digit = text.get().charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalLong.empty();
            }
            value = Math.min(value * 10 + digit, Integer.MAX_VALUE);
        }
        return text.get().isEmpty() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
