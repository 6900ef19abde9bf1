package org.rexian.call;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.ContactKind;
import org.rexian.acd.EndedBy;

/** Leads the router's events to whoever stands behind each contact. On the call loop. */
final class Contacts {

    private final CallCenter center;
    private final OfferDialer dialer;
    private final Map<Long, ContactOwner> owners = new HashMap<>();

    Contacts(CallCenter center, OfferDialer dialer) {
        this.center = center;
        this.dialer = dialer;
    }

    /** A new contact of this owner's. */
    long open(ContactOwner owner) {
        long contact = center.ids().next(center.loop().now());
        put(contact, owner);
        return contact;
    }

    void put(long contact, ContactOwner owner) {
        owners.put(contact, owner);
        center.queued(owner.callId(), contact);
    }

    void forget(long contact) {
        owners.remove(contact);
    }

    void route(AcdEvent event) {
        switch (event) {
            case AcdEvent.AgentOffered offer -> offered(offer);
            case AcdEvent.OfferCancelled cancelled -> dialer.cancel(cancelled.offer(), cancelled.cause());
            case AcdEvent.Connected connected -> connected(connected);
            case AcdEvent.ContactQueued queued -> tell(queued.contact(), event);
            case AcdEvent.PositionChanged moved -> tell(moved.contact(), event);
            case AcdEvent.LimitReached reached -> tell(reached.contact(), event);
            case AcdEvent.Transferred moved -> tell(moved.contact(), event);
            case AcdEvent.Requeued back -> tell(back.contact(), event);
            case AcdEvent.TakenOver taken -> tell(taken.contact(), event);
            case AcdEvent.CallbackRequested requested -> tell(requested.contact(), event);
            case AcdEvent.DialCustomer dial -> tell(dial.contact(), event);
            case AcdEvent.DialFailed failed -> tell(failed.contact(), event);
            case AcdEvent.ContactEnded ended -> tell(ended.contact(), event);
            case AcdEvent.CommandRejected rejected -> rejected(rejected);
            case AcdEvent.AgentStateChanged changed -> center.desks().onStateChanged(changed);
            default -> {}
        }
    }

    private void tell(long contact, AcdEvent event) {
        ContactOwner owner = owners.get(contact);
        if (owner != null) {
            center.loop().run(() -> owner.onAcdEvent(event), owner::onFailure);
        }
    }

    private void offered(AcdEvent.AgentOffered offer) {
        ContactOwner owner = owners.get(offer.contact());
        if (owner == null && callsOut(offer.kind())) {
            owner = center.callback(offer);
        }
        if (owner != null) { // else its end is on its way to the router, which will take the offer back
            ContactOwner asks = owner;
            center.loop().run(() -> dialer.ring(offer, asks), asks::onFailure);
        }
    }

    /** Nobody is on the line for these until an agent has accepted. */
    private static boolean callsOut(ContactKind kind) {
        return kind == ContactKind.CALLBACK || kind == ContactKind.OUTBOUND;
    }

    private void connected(AcdEvent.Connected connected) {
        ContactOwner owner = owners.get(connected.contact());
        boolean dialled = connected.offer() == 0; // the customer was called, and the offer is long accepted
        Optional<Leg> leg = dialled ? dialer.takeAnswered(connected.contact()) : dialer.take(connected.offer());
        if (owner == null || leg.isEmpty()) { // the caller left while the agent's answer was on its way to the router
            leg.ifPresent(answered -> answered.end("caller gone"));
            center.acd().send(new AcdCommand.TalkEnded(center.loop().now(), connected.contact(), EndedBy.CALLER));
        } else {
            center.loop().run(() -> owner.connect(leg.get(), connected), owner::onFailure);
        }
    }

    private void rejected(AcdEvent.CommandRejected rejected) {
        switch (rejected.command()) {
            case AcdCommand.Enqueue command -> tell(command.contact(), rejected);
            case AcdCommand.Transfer command -> tell(command.contact(), rejected);
            case AcdCommand.Requeue command -> tell(command.contact(), rejected);
            case AcdCommand.CompleteTransfer command -> tell(command.contact(), rejected);
            case AcdCommand.TakeOver command -> tell(command.contact(), rejected);
            case AcdCommand.RequestCallback command -> tell(command.contact(), rejected);
            case AcdCommand.OfferAccepted command -> dialer.refused(command.offer(), rejected.reason());
            default -> Set.copyOf(center.awaitingWord()).forEach(call -> call.onRejected(rejected));
        }
    }
}
