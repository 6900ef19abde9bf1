package org.rexian.sip.session;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.rexian.sip.Account;
import org.rexian.sip.OutgoingInvite;
import org.rexian.sip.Registrar;
import org.rexian.sip.Registration;
import org.rexian.sip.SessionListener;
import org.rexian.sip.SipCounters;
import org.rexian.sip.SipSession;
import org.rexian.sip.SipSessionState;
import org.rexian.sip.SipSettings;
import org.rexian.sip.SipUser;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.auth.DigestServer;
import org.rexian.sip.auth.Nonces;
import org.rexian.sip.registrar.RegisterServer;
import org.rexian.sip.transaction.ServerTransaction;
import org.rexian.sip.transaction.Tokens;
import org.rexian.sip.transaction.TransactionLayer;
import org.rexian.sip.transaction.TransactionSettings;
import org.rexian.sip.transaction.TransactionUser;
import org.rexian.sip.transport.Flow;
import org.rexian.sip.transport.InboundListener;
import org.rexian.sip.transport.MessageSender;
import org.rexian.sip.trunk.TrunkBook;
import org.rexian.sip.wire.ResponseBuilder;
import org.rexian.sip.wire.SipMethod;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/**
 * Everything above the transports, on whatever sender, clock and randomness it is given: the way of a request is read here, in
 * order. Call loop only.
 */
public final class UserAgent implements TransactionUser {
    private final TransactionLayer transactions;
    private final Services services;
    private final RegisterServer registrar;
    private final InviteAdmission invites;
    private final Targets targets;
    private final Secrets secrets;
    private final CallerCheck callers;

    /**
     * Wires it up.
     *
     * @param random a secure one in service, a seeded one in tests
     * @param loop runs tasks on the call loop, for what other threads look up
     */
    public UserAgent(
            SipSettings settings,
            SipUser user,
            TimerQueue timers,
            MessageSender sender,
            RandomGenerator random,
            Executor loop,
            SipCounters counters) {
        Tokens tokens = new Tokens(random);
        this.transactions = new TransactionLayer(timers, sender, this, tokens, transactionSettings(settings), counters);
        Locator locator = new Locator(timers, loop);
        this.services = new Services(
                transactions,
                sender,
                timers,
                tokens,
                random,
                locator,
                new Sessions(settings.bounds().maxSessions()),
                settings,
                counters.usage);
        TrunkBook trunks = new TrunkBook(settings.trunks());
        this.secrets = new Secrets(settings.accounts());
        DigestServer digest = digest(settings, secrets, random);
        this.registrar = new RegisterServer(settings, timers, digest, tokens, user, counters.usage);
        this.callers = new CallerCheck(settings.accounts(), registrar, trunks, digest, counters.usage);
        this.invites = new InviteAdmission(services, callers, user);
        this.targets = new Targets(registrar, trunks, locator, settings.realm(), random);
    }

    /** These phones may register and call from now on, and no other. */
    public void accounts(List<Account> next) {
        secrets.become(next);
        callers.become(next);
        registrar.become(next);
    }

    private static DigestServer digest(SipSettings settings, Secrets secrets, RandomGenerator random) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        byte[] decoy = new byte[16];
        random.nextBytes(decoy);
        Nonces nonces = new Nonces(
                secret, settings.timers().nonceLifeMillis(), settings.bounds().maxTrackedNonces());
        return new DigestServer(
                settings.realm(), nonces, secrets, HexFormat.of().formatHex(decoy), settings.digest());
    }

    private static TransactionSettings transactionSettings(SipSettings settings) {
        TransactionSettings base = TransactionSettings.defaults();
        return new TransactionSettings(
                settings.timers().t1Millis(),
                settings.timers().t2Millis(),
                settings.timers().t4Millis(),
                64 * settings.timers().t1Millis(),
                base.tryingMillis(),
                settings.bounds().maxTransactions(),
                base.retryAfterSeconds());
    }

    // ---- requests from peers

    @Override
    public void onRequest(SipRequest request, ServerTransaction transaction) {
        Optional<ResponseBuilder> refusal = RequestGate.refusal(request);
        String tag = request.to().tag();
        if (refusal.isPresent()) {
            if (request.is(SipMethod.INVITE) && tag.isEmpty()) {
                invites.refusedAtTheGate(request, transaction, refusal.get());
            } else {
                refuse(refusal.get(), transaction);
            }
            return;
        }
        if (!tag.isEmpty() && !request.is(SipMethod.REGISTER)) {
            insideDialog(tag, request, transaction);
            return;
        }
        switch (request.method()) {
            case SipMethod.INVITE -> invites.admit(request, transaction);
            case SipMethod.REGISTER -> registrar.handle(request, transaction);
            case SipMethod.OPTIONS ->
                transaction.respond(services.signed(Session.capabilities(
                        request.response(200).toTag(services.tokens().tag()))));
            default -> refuse(request.response(481), transaction); // BYE, INFO, UPDATE need a dialog
        }
    }

    private void insideDialog(String tag, SipRequest request, ServerTransaction transaction) {
        Optional<Session> session = services.sessions().find(tag);
        if (session.isPresent()) {
            session.get().onRequest(request, transaction);
        } else {
            refuse(request.response(481), transaction);
        }
    }

    private void refuse(ResponseBuilder refusal, ServerTransaction transaction) {
        services.usage().requestsRefused.increment();
        transaction.respond(refusal.toTag(services.tokens().tag()).build());
    }

    @Override
    public void onAck(SipRequest ack, Flow flow) {
        services.sessions().find(ack.to().tag()).ifPresent(session -> session.onAck(ack));
    }

    @Override
    public void onStray2xx(SipResponse response, Flow flow) {
        services.sessions().find(response.from().tag()).ifPresent(session -> session.onStray2xx(response));
    }

    // ---- requests of ours

    /** Calls somebody. The listener hears nothing before this returns. */
    public SipSession invite(OutgoingInvite invite, SessionListener listener) {
        boolean admitted = services.sessions().hasRoom();
        OutgoingSession session = new OutgoingSession(services, invite, targets.credentials(invite.target()));
        session.adopt(listener);
        if (!admitted) {
            services.usage().sessionsRefused.increment();
            failSoon(session, 503, "no more sessions");
        } else if (targets.address(invite.target()).isEmpty()) {
            failSoon(session, 416, "no SIP URI");
        } else {
            targets.hops(invite.target(), hops -> {
                if (hops.isEmpty()) {
                    failSoon(session, 480, "nowhere to ring");
                } else {
                    session.ring(targets.address(invite.target()).orElseThrow(), hops);
                }
            });
        }
        return session;
    }

    /** A session goes on that began in another process; empty if the record is none of ours, or the session lives already. */
    public Optional<SipSession> restore(SipSessionState saved, SessionListener listener) {
        Optional<RestoredSession> session = RestoredSession.of(services, targets, saved);
        session.ifPresent(restored -> restored.adopt(listener));
        return session.map(restored -> restored);
    }

    private void failSoon(OutgoingSession session, int status, String why) {
        InviteFailure failure = new InviteFailure(status, InviteFailure.Kind.RESPONSE, why);
        services.timers().in(0, () -> session.onFailure(failure));
    }

    /** Keeps us registered somewhere, until it is ended. */
    public RegistrationClient register(RegistrationClient.Order order, Registration.Listener listener) {
        return new RegistrationClient(services, order, listener);
    }

    // ---- for the endpoint

    /** Give it to the transports. */
    public InboundListener inbound() {
        return transactions;
    }

    public Registrar registrar() {
        return registrar;
    }

    /** Begins what runs by itself: the watch over connections, and the registrations of trunks. */
    public void begin() {
        registrar.watchConnections();
        for (var trunk : services.settings().trunks()) {
            RegistrationClient.Order.of(trunk).ifPresent(order -> register(order, registered -> {}));
        }
    }

    /** New INVITEs get 503 from now on; tells when the last session has gone. */
    public void drain(Runnable onDrained) {
        services.sessions().drain(onDrained);
    }

    /** Sessions that live at present. */
    public int sessions() {
        return services.sessions().size();
    }
}
