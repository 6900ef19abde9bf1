package org.rexian.sip.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rexian.sip.Registration;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.TrunkSettings;
import org.rexian.sip.auth.DigestClient;
import org.rexian.sip.auth.Secret;
import org.rexian.sip.transaction.ClientTransaction;
import org.rexian.sip.transaction.ClientTransactionListener;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.transport.Transport;
import org.rexian.sip.wire.NameAddress;
import org.rexian.sip.wire.RequestBuilder;
import org.rexian.sip.wire.SipMethod;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;
import org.rexian.sip.wire.SipUri;

/** UAC side of REGISTER (RFC 3261 §10.2): registers, refreshes in time, tries again after failures, unregisters at its end. */
public final class RegistrationClient implements Registration, ClientTransactionListener {
    private static final long RETRY_MILLIS = 30_000;

    /**
     * What to register.
     *
     * @param registrar URI of the registrar: Request-URI, and where to send
     * @param user user of the address of record, of the Contact, and of the digest
     */
    public record Order(SipUri registrar, String user, String password, int expiresSeconds) {

        /** The order of a trunk that wants to be registered at. */
        static Optional<Order> of(TrunkSettings trunk) {
            return trunk.login().filter(login -> login.registers()).map(login -> {
                SipUri uri = SipUri.of("", trunk.host(), trunk.port());
                SipUri registrar = trunk.transport() == Transport.UDP ? uri : uri.with("transport", "tcp");
                return new Order(registrar, login.user(), login.password(), login.expiresSeconds());
            });
        }

        @Override
        public String toString() {
            return "Order[" + registrar + ", " + user + "]";
        }
    }

    private final Services services;
    private final Order order;
    private final Listener listener;
    private final Credentials credentials;
    private final String callId;
    private final String tag;
    private long cseq;
    private int expiresSeconds;
    private Status status = Status.TRYING;
    private boolean ended;
    private TimerQueue.@Nullable Timer next;

    RegistrationClient(Services services, Order order, Listener listener) {
        this.services = services;
        this.order = order;
        this.listener = listener;
        this.credentials = new Credentials(
                new DigestClient(order.user(), new Secret.Password(order.password()), services.random()));
        this.callId = services.tokens().callId();
        this.tag = services.tokens().tag();
        this.expiresSeconds = order.expiresSeconds();
        next = services.timers().in(0, this::send);
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public void end() {
        if (!ended) {
            ended = true;
            stop();
            send();
        }
    }

    private void send() {
        services.locator().locate(order.registrar(), found -> {
            if (found.isEmpty()) {
                failed();
            } else {
                new ClientRequest(
                        services, register(found.get()), found.get(), Optional.of(credentials), () -> ++cseq, this);
            }
        });
    }

    private SipRequest register(Destination destination) {
        SipUri registrar = order.registrar();
        NameAddress self = NameAddress.of(SipUri.of(order.user(), registrar.host(), registrar.port()));
        RequestBuilder builder = SipRequest.builder(SipMethod.REGISTER, registrar.bare())
                .from(self.withTag(tag))
                .to(self)
                .callId(callId)
                .cseq(++cseq)
                .contact(services.contact(order.user(), destination))
                .header("Expires", Integer.toString(ended ? 0 : expiresSeconds));
        return builder.build();
    }

    @Override
    public void onResponse(SipResponse response, ClientTransaction transaction) {
        if (response.isProvisional()) {
            return;
        }
        boolean tooBrief =
                response.status() == 423 && response.number("Min-Expires").isPresent();
        if (response.isSuccess()) {
            succeeded(response, transaction.request());
        } else if (tooBrief && response.number("Min-Expires").getAsLong() > expiresSeconds && !ended) {
            expiresSeconds = (int) Math.min(response.number("Min-Expires").getAsLong(), 86_400);
            send();
        } else {
            failed();
        }
    }

    private void succeeded(SipResponse response, SipRequest register) {
        become(ended ? Status.ENDED : Status.REGISTERED);
        if (!ended) {
            stop();
            long granted = granted(response, register);
            long refreshMillis = Math.max(1_000, granted * 1_000 - Math.min(granted * 200, 30_000));
            next = services.timers().in(refreshMillis, this::send);
        }
    }

    /** The expiry of our own contact among all that the registrar lists. */
    private long granted(SipResponse response, SipRequest register) {
        SipUri ours = register.contacts().getFirst().uri();
        for (NameAddress each : response.contacts()) {
            if (each.uri().equals(ours) && each.param("expires").isPresent()) {
                return parse(each.param("expires").get());
            }
        }
        return response.expires().orElse(expiresSeconds);
    }

    private long parse(String digits) {
        try {
            return Math.clamp(Long.parseLong(digits), 1, 86_400);
        } catch (NumberFormatException e) {
            return expiresSeconds;
        }
    }

    @Override
    public void onTimeout(ClientTransaction transaction) {
        failed();
    }

    @Override
    public void onTransportError(ClientTransaction transaction) {
        failed();
    }

    private void failed() {
        become(ended ? Status.ENDED : Status.FAILED);
        if (!ended) {
            stop();
            next = services.timers().in(RETRY_MILLIS, this::send);
        }
    }

    private void become(Status now) {
        if (status != now) {
            status = now;
            listener.onStatus(now);
        }
    }

    private void stop() {
        if (next != null) {
            next.cancel();
            next = null;
        }
    }
}
