package org.rexian.sip.session;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.rexian.sip.SipSettings;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.UsageCounters;
import org.rexian.sip.dialog.Dialog;
import org.rexian.sip.transaction.Tokens;
import org.rexian.sip.transaction.TransactionLayer;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.transport.HostPort;
import org.rexian.sip.transport.MessageSender;
import org.rexian.sip.transport.Transport;
import org.rexian.sip.wire.NameAddress;
import org.rexian.sip.wire.ResponseBuilder;
import org.rexian.sip.wire.SipResponse;
import org.rexian.sip.wire.SipUri;

/** What every session and registration works with. Call loop only. */
record Services(
        TransactionLayer transactions,
        MessageSender sender,
        TimerQueue timers,
        Tokens tokens,
        RandomGenerator random,
        Locator locator,
        Sessions sessions,
        SipSettings settings,
        UsageCounters usage) {

    /** Our Contact as this destination can reach it. */
    NameAddress contact(String user, Destination destination) {
        HostPort local = sender.localFor(destination);
        SipUri uri = SipUri.of(user, local.host(), local.port());
        return NameAddress.of(destination.transport() == Transport.UDP ? uri : uri.with("transport", "tcp"));
    }

    /** Finds where a dialog's requests go; calls at once unless a name has to be looked up. */
    void locate(Dialog dialog, Consumer<Optional<Destination>> then) {
        Optional<Destination> pinned = dialog.pinned();
        if (pinned.isPresent()) {
            then.accept(pinned);
        } else {
            locator.locate(dialog.nextHop(), then);
        }
    }

    /** The response with our name in it. */
    SipResponse signed(ResponseBuilder builder) {
        String name = settings.userAgent();
        return name.isEmpty() ? builder.build() : builder.set("Server", name).build();
    }
}
