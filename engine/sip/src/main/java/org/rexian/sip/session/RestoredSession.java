package org.rexian.sip.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import org.rexian.sip.SipSessionState;
import org.rexian.sip.dialog.Dialog;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.wire.NameAddress;
import org.rexian.sip.wire.Parsed;
import org.rexian.sip.wire.SipCodec;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** A session that began in another process, of either side, from its 2xx on. */
final class RestoredSession extends Session {
    private final Dialog dialog;
    private final boolean incoming;
    private final NameAddress contact;
    private final Destination lastHop;
    private final Optional<String> trunk;
    private final Optional<Credentials> credentials;

    private RestoredSession(
            Services services,
            SipSessionState saved,
            Dialog dialog,
            NameAddress contact,
            Destination lastHop,
            Optional<Credentials> credentials) {
        super(services, dialog.local().tag(), saved.confirmed() ? SessionState.CONFIRMED : SessionState.ANSWERED);
        this.dialog = dialog;
        this.incoming = saved.incoming();
        this.contact = contact;
        this.lastHop = lastHop;
        this.trunk = saved.trunk();
        this.credentials = credentials;
    }

    /** Empty if the record is none of ours, or the session lives. */
    static Optional<RestoredSession> of(Services services, Targets targets, SipSessionState saved) {
        Optional<Dialog> dialog = Dialog.restore(saved.dialog());
        Optional<NameAddress> contact = NameAddress.parse(saved.contact());
        Optional<Destination> lastHop = saved.lastHop().restore();
        if (dialog.isEmpty() || contact.isEmpty() || lastHop.isEmpty()) {
            return Optional.empty();
        }
        String tag = dialog.get().local().tag();
        if (tag.isEmpty() || services.sessions().find(tag).isPresent()) {
            return Optional.empty();
        }
        RestoredSession session = new RestoredSession(
                services,
                saved,
                dialog.get(),
                contact.get(),
                lastHop.get(),
                saved.trunk().flatMap(targets::login));
        saved.expiresAtMillis().ifPresent(session.sessionTimer::restore);
        saved.unacknowledged().ifPresent(session::awaitAckAgain);
        return Optional.of(session);
    }

    private void awaitAckAgain(SipSessionState.Unacknowledged saved) {
        if (SipCodec.parse(saved.response().getBytes(ISO_8859_1)) instanceof Parsed.Response(SipResponse ok)) {
            saved.to().restore().ifPresent(to -> awaitAck(new AckWait(services, ok, saved, to, this::ackNeverCame)));
        }
    }

    /** A 2xx to an INVITE of ours from before: whoever knew its transaction is gone, but the peer waits for the ACK (§13.2.2.4). */
    @Override
    void onStray2xx(SipResponse ok) {
        if (dialog.matches(ok.callId(), ok.to().tag())) {
            SipRequest ack = dialog.request("ACK", ok.cseq().number()).build();
            services.locate(
                    dialog,
                    found -> found.ifPresent(to -> services.transactions().sendAck(ack, to)));
        }
    }

    // ---- for Session

    @Override
    Dialog dialog() {
        return dialog;
    }

    @Override
    void abandonInvite(int status, String reason) {
        misfit();
    }

    @Override
    NameAddress contact() {
        return contact;
    }

    @Override
    Optional<Credentials> credentials() {
        return credentials;
    }

    @Override
    Optional<String> trunk() {
        return trunk;
    }

    @Override
    Destination lastHop() {
        return dialog.pinned().orElse(lastHop);
    }

    @Override
    boolean ownsCallId() {
        return !incoming;
    }

    @Override
    public String callId() {
        return dialog.callId();
    }

    @Override
    public boolean incoming() {
        return incoming;
    }
}
