package org.rexian.harness.phone;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.rexian.media.MediaPlane;
import org.rexian.media.MediaSettings;
import org.rexian.media.PromptProblem;
import org.rexian.media.PromptStore;
import org.rexian.sip.IncomingInvite;
import org.rexian.sip.Registration;
import org.rexian.sip.SessionListener;
import org.rexian.sip.SipEndpoint;
import org.rexian.sip.SipSession;
import org.rexian.sip.SipSettings;
import org.rexian.sip.SipUser;
import org.rexian.sip.TrunkSettings;
import org.rexian.sip.transport.ListenAddress;
import org.rexian.sip.transport.Transport;

/**
 * Some phones that share one SIP port and one media plane, all of them at one server. Every public method here and on the phones may be
 * called from any thread.
 */
public final class Phones implements AutoCloseable, SipUser {
    private static final Duration START = Duration.ofSeconds(10);

    private final InetSocketAddress server;
    private final Transport transport;
    private final SipEndpoint endpoint;
    private final PromptStore prompts = new PromptStore();
    private final MediaPlane media;
    private final Map<String, Phone> phones = new ConcurrentHashMap<>();
    private final Collection<PhoneCall> calls = new CopyOnWriteArrayList<>();
    private volatile boolean dead;
    private final AtomicLong numbers = new AtomicLong(1);

    private Phones(InetSocketAddress server, Transport transport, int sipPort, int firstMediaPort, int mediaPorts) {
        this.server = server;
        this.transport = transport;
        String here = "127.0.0.1";
        SipSettings settings = SipSettings.defaults()
                .withListen(
                        new ListenAddress(Transport.UDP, here, sipPort),
                        new ListenAddress(Transport.TCP, here, sipPort))
                .withRealm(server.getAddress().getHostAddress())
                .withTrunks(List.of(
                        TrunkSettings.inboundOnly("server", server.getAddress().getHostAddress())));
        long epoch = System.currentTimeMillis() - System.nanoTime() / 1_000_000;
        this.endpoint = new SipEndpoint(settings, this, () -> epoch + System.nanoTime() / 1_000_000);
        this.media = new MediaPlane(
                MediaSettings.defaults()
                        .withAddress(InetAddress.getLoopbackAddress())
                        .withPorts(firstMediaPort, firstMediaPort + mediaPorts - 1)
                        .withLoops(1)
                        .withMediaTimeoutMillis(0),
                prompts,
                System::nanoTime);
    }

    /**
     * Binds SIP on 127.0.0.1 at {@code sipPort} (UDP and TCP) and takes RTP ports from {@code firstMediaPort} on.
     *
     * @param transport {@code udp} or {@code tcp}: how the phones reach the server
     * @throws IllegalStateException when a port is taken, saying which
     */
    public static Phones open(
            InetSocketAddress server, String transport, int sipPort, int firstMediaPort, int mediaPorts)
            throws InterruptedException {
        Transport way = Transport.valueOf(transport.toUpperCase(Locale.ROOT));
        Phones phones = new Phones(server, way, sipPort, firstMediaPort, mediaPorts);
        try {
            phones.endpoint.start().get(START.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            phones.close();
            throw new IllegalStateException("the phones can't start: " + e.getMessage(), e);
        }
        return phones;
    }

    /** The phone of this user, made when there is none yet. */
    public Phone phone(String user) {
        return phones.computeIfAbsent(user, name -> new Phone(this, name));
    }

    /** Reads WAV files, so that playing them later does not wait for the disk. */
    public void prepare(List<Path> files) {
        List<PromptProblem> problems = prompts.prepare(files);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
    }

    PhoneCall dial(Phone phone, String number) {
        PhoneCall call = new PhoneCall(this, phone, number, numbers.getAndIncrement());
        calls.add(call);
        endpoint.loop().execute(() -> call.dial(endpoint, media, uri(number)));
        return call;
    }

    CompletableFuture<Registration> register(String user, String password, Registration.Listener listener) {
        CompletableFuture<Registration> begun = new CompletableFuture<>();
        endpoint.loop().execute(() -> begun.complete(endpoint.register(uri(user), user, password, 300, listener)));
        return begun;
    }

    private String uri(String user) {
        String address = server.getAddress().getHostAddress() + ":" + server.getPort();
        String parameter = transport == Transport.TCP ? ";transport=tcp" : "";
        return "sip:" + user + "@" + address + parameter;
    }

    void over(PhoneCall call) {
        calls.remove(call);
    }

    SipEndpoint endpoint() {
        return endpoint;
    }

    MediaPlane media() {
        return media;
    }

    /** The power is cut: no BYE, no registration taken back, no more audio. */
    public void die() {
        dead = true;
        endpoint.close();
        media.close();
    }

    /** Calls that are not over yet. */
    public List<PhoneCall> openCalls() {
        return List.copyOf(calls);
    }

    @Override
    public SessionListener onInvite(SipSession session, IncomingInvite invite) {
        Phone phone = phones.get(invite.toUser());
        PhoneCall call = new PhoneCall(
                this, phone == null ? new Phone(this, "") : phone, invite.fromUser(), numbers.getAndIncrement());
        calls.add(call);
        if (phone == null) {
            call.refuseStranger(session);
        } else {
            call.ring(session, invite, media);
            phone.onIncoming(call);
        }
        return call;
    }

    @Override
    public void onReachable(String account, boolean reachable) {
        // Nobody registers at a phone.
    }

    /** Hangs up all calls and unregisters all phones, then closes the ports; waits up to three seconds for the server's answers. */
    @Override
    public void close() {
        if (dead) {
            return;
        }
        calls.forEach(PhoneCall::hangUp);
        phones.values().forEach(Phone::unregister);
        CompletableFuture<?>[] endings = calls.stream().map(PhoneCall::ended).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(endings)
                .completeOnTimeout(null, 2, TimeUnit.SECONDS)
                .join();
        endpoint.drain(Duration.ofSeconds(1)).join();
        endpoint.close();
        media.close();
    }
}
