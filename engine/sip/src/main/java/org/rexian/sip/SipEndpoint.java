package org.rexian.sip;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.rexian.sip.session.RegistrationClient;
import org.rexian.sip.session.UserAgent;
import org.rexian.sip.transport.BindFailure;
import org.rexian.sip.transport.CallLoop;
import org.rexian.sip.transport.SipTransports;
import org.rexian.sip.transport.TransportSettings;
import org.rexian.sip.wire.SipUri;

/**
 * A SIP user agent with registrar: sockets, the call loop, and everything between bytes and sessions. The way of a request:
 * {@link SipTransports} → {@link org.rexian.sip.transaction.TransactionLayer} → {@link UserAgent} → the session or the registrar →
 * {@link SipUser}. {@link #start}, {@link #drain}, {@link #close}, {@link #loop} and {@link #counters} from any thread, the rest on
 * the call loop.
 */
public final class SipEndpoint implements AutoCloseable {
    private final SipSettings settings;
    private final SipCounters counters = new SipCounters();
    private final CallLoop loop;
    private final SipTransports transports;
    private final UserAgent agent;
    private volatile List<Bound> bound = List.of();

    /** A socket as bound. */
    public record Bound(org.rexian.sip.transport.Transport transport, InetSocketAddress address) {}

    /**
     * Starts the call loop and binds nothing yet.
     *
     * @param nowMillis milliseconds since the epoch, never running backwards
     * @throws IllegalArgumentException for settings that contradict themselves, naming what
     */
    public SipEndpoint(SipSettings settings, SipUser user, LongSupplier nowMillis) {
        this.settings = settings;
        this.loop = CallLoop.start(nowMillis, counters);
        TransportSettings usual = TransportSettings.defaults();
        this.transports = new SipTransports(
                loop,
                new TransportSettings(
                        settings.bounds().maxMessageBytes(),
                        usual.maxConnections(),
                        usual.idleMillis(),
                        usual.halfMessageMillis(),
                        usual.connectMillis()),
                counters);
        this.agent = new UserAgent(settings, user, loop.timers(), transports, random(settings), loop(), counters);
    }

    private static RandomGenerator random(SipSettings settings) {
        return settings.randomSeed() == 0 ? new BufferedSecureRandom() : new SplittableRandom(settings.randomSeed());
    }

    /** Binds every address of the settings. A failure is a {@link BindFailure} that names address and port and says what to do. */
    public CompletableFuture<Void> start() {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                List<InetSocketAddress> addresses = transports.bind(settings.listen(), agent.inbound());
                bound = java.util.stream.IntStream.range(0, addresses.size())
                        .mapToObj(i -> new Bound(settings.listen().get(i).transport(), addresses.get(i)))
                        .toList();
                loop.execute(() -> {
                    agent.begin();
                    started.complete(null);
                });
            } catch (BindFailure e) {
                started.completeExceptionally(e);
            }
        });
        return started;
    }

    /** The call loop: every callback runs on it, and tasks given to it run there in order. */
    public Executor loop() {
        return loop::execute;
    }

    /** True on the call loop. */
    public boolean inLoop() {
        return loop.onLoop();
    }

    /** The call loop's deadlines. */
    public TimerQueue timers() {
        return loop.timers();
    }

    /** What is listened on, with real ports, in the order of the settings; empty before {@link #start} is through. */
    public List<Bound> boundAddresses() {
        return bound;
    }

    /** Calls somebody. The listener hears nothing before this returns. */
    public SipSession invite(OutgoingInvite invite, SessionListener listener) {
        return agent.invite(invite, listener);
    }

    /**
     * A session goes on that began in another process, as {@link SipSession#state} found it; empty if the record is none of ours, or
     * the session lives already. Call loop only, after {@link #start}.
     */
    public Optional<SipSession> restore(SipSessionState saved, SessionListener listener) {
        return agent.restore(saved, listener);
    }

    /**
     * Keeps {@code user} registered at {@code registrarUri}, with our bound address as contact, until it is ended.
     *
     * @throws IllegalArgumentException when that is no SIP URI
     */
    public Registration register(
            String registrarUri, String user, String password, int expiresSeconds, Registration.Listener listener) {
        SipUri registrar = SipUri.parse(registrarUri)
                .filter(SipUri::isSip)
                .orElseThrow(() -> new IllegalArgumentException("no SIP URI: " + registrarUri));
        return agent.register(new RegistrationClient.Order(registrar, user, password, expiresSeconds), listener);
    }

    /** Where accounts can be reached. */
    public Registrar registrar() {
        return agent.registrar();
    }

    /** These accounts from now on, and no other; calls in progress go on. Call loop only. */
    public void accounts(List<Account> next) {
        agent.accounts(next);
    }

    public SipCounters counters() {
        return counters;
    }

    /** Sessions that live at present, those whose BYE is still out included. Call loop only. */
    public int sessions() {
        return agent.sessions();
    }

    /** New INVITEs get 503 from now on. Completes when the last session has gone, or after {@code atMost}, however many are left. */
    public CompletableFuture<Void> drain(Duration atMost) {
        CompletableFuture<Void> drained = new CompletableFuture<>();
        loop.execute(() -> agent.drain(() -> drained.complete(null)));
        return drained.completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Closes sockets and loop at once; sessions are the owner's to end before. Blocks up to a few seconds; not from the loop. */
    @Override
    public void close() {
        transports.close();
        loop.close();
    }
}
