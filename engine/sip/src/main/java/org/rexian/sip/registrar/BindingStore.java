package org.rexian.sip.registrar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rexian.sip.SipBounds;
import org.rexian.sip.SipTimers;
import org.rexian.sip.transport.Flow;

/**
 * The bindings of all accounts (RFC 3261 §10.3): all Contacts of a REGISTER take effect or none. Pure: time is an argument, and
 * {@link #expire} does what a timer finds due.
 */
public final class BindingStore {

    /** What came of a REGISTER. */
    public sealed interface Outcome {
        /** 200 with these. */
        record Bound(List<Binding> bindings) implements Outcome {}

        /** 423 with Min-Expires. */
        record TooBrief(int minExpiresSeconds) implements Outcome {}

        /** A REGISTER with this Call-ID and the same or a higher CSeq was there before. */
        record OutOfOrder() implements Outcome {}

        /** The bound on all registrations is reached. */
        record Full() implements Outcome {}
    }

    private final SipTimers timers;
    private final SipBounds bounds;
    private final Map<String, List<Binding>> byAccount = new HashMap<>();
    private int size;

    public BindingStore(SipTimers timers, SipBounds bounds) {
        this.timers = timers;
        this.bounds = bounds;
    }

    /** Bindings of an account, best q first, of the same q the freshest first; none that has expired. */
    public List<Binding> bindings(String account, long nowMillis) {
        List<Binding> all = byAccount.getOrDefault(account, List.of());
        List<Binding> live = new ArrayList<>(all.size());
        for (Binding each : all) {
            if (each.expiresAtMillis() > nowMillis) {
                live.add(each);
            }
        }
        live.sort(
                Comparator.comparingInt((Binding b) -> -b.qThousandths()).thenComparingLong(b -> -b.expiresAtMillis()));
        return live;
    }

    /** Bindings in all, expired ones that nobody swept included. */
    public int size() {
        return size;
    }

    /** Applies a REGISTER's contacts; no contacts is a query. */
    public Outcome register(
            String account, List<Contact> contacts, Flow flow, String callId, long cseq, long nowMillis) {
        List<Binding> present = bindings(account, nowMillis);
        for (Contact contact : contacts) {
            if (contact.expiresSeconds() > 0 && contact.expiresSeconds() < timers.minExpiresSeconds()) {
                return new Outcome.TooBrief(timers.minExpiresSeconds());
            }
            for (Binding old : present) {
                if (contact.replaces(old) && old.callId().equals(callId) && old.cseq() >= cseq) {
                    return new Outcome.OutOfOrder();
                }
            }
        }
        List<Binding> next = new ArrayList<>(present);
        for (Contact contact : contacts) {
            next.removeIf(contact::replaces);
            if (contact.expiresSeconds() > 0) {
                next.add(bind(contact, flow, callId, cseq, nowMillis));
            }
        }
        dropOldest(next);
        int stored = byAccount.getOrDefault(account, List.of()).size();
        if (next.size() > present.size() && size - stored + next.size() > bounds.maxRegistrations()) {
            return new Outcome.Full();
        }
        put(account, next);
        return new Outcome.Bound(bindings(account, nowMillis));
    }

    /** {@code Contact: *} with {@code Expires: 0}: all go, unless one is newer than this REGISTER. */
    public Outcome clear(String account, String callId, long cseq, long nowMillis) {
        for (Binding old : bindings(account, nowMillis)) {
            if (old.callId().equals(callId) && old.cseq() >= cseq) {
                return new Outcome.OutOfOrder();
            }
        }
        put(account, List.of());
        return new Outcome.Bound(List.of());
    }

    /** The account is no more. */
    void forget(String account) {
        put(account, List.of());
    }

    /** Forgets what has expired; returns the earliest expiry left of this account, {@link Long#MAX_VALUE} for none. */
    public long expire(String account, long nowMillis) {
        List<Binding> live = bindings(account, nowMillis);
        put(account, live);
        long earliest = Long.MAX_VALUE;
        for (Binding each : live) {
            earliest = Math.min(earliest, each.expiresAtMillis());
        }
        return earliest;
    }

    /** A connection closed: bindings over it lead nowhere now (RFC 5626 §5.3). Returns the accounts that lost one. */
    public List<String> flowClosed(Flow flow) {
        List<String> touched = new ArrayList<>();
        Iterator<Map.Entry<String, List<Binding>>> all = byAccount.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, List<Binding>> entry = all.next();
            List<Binding> kept = new ArrayList<>(entry.getValue());
            if (kept.removeIf(each -> each.flow().equals(flow))) {
                size -= entry.getValue().size() - kept.size();
                touched.add(entry.getKey());
                entry.setValue(kept);
            }
            if (kept.isEmpty()) {
                all.remove();
            }
        }
        return touched;
    }

    /** Flows of bindings whose connection has closed. */
    public Set<Flow> deadFlows() {
        Set<Flow> dead = new LinkedHashSet<>();
        for (List<Binding> bindings : byAccount.values()) {
            for (Binding each : bindings) {
                if (!alive(each.flow())) {
                    dead.add(each.flow());
                }
            }
        }
        return dead;
    }

    static boolean alive(Flow flow) {
        return flow.connection().isEmpty() || flow.connection().get().open();
    }

    private Binding bind(Contact contact, Flow flow, String callId, long cseq, long nowMillis) {
        long seconds = Math.min(contact.expiresSeconds(), timers.maxExpiresSeconds());
        return new Binding(
                contact.uri(),
                contact.instance(),
                flow,
                callId,
                cseq,
                contact.qThousandths(),
                nowMillis + seconds * 1_000);
    }

    /**
     * A phone that restarts on a new port leaves its old contact behind: past the bound, what was there longest goes, so that a
     * phone can always register.
     */
    private void dropOldest(List<Binding> bindings) {
        while (bindings.size() > bounds.maxContactsPerAccount()) {
            Binding oldest = bindings.getFirst();
            for (Binding each : bindings) {
                oldest = each.expiresAtMillis() < oldest.expiresAtMillis() ? each : oldest;
            }
            bindings.remove(oldest);
        }
    }

    private void put(String account, List<Binding> bindings) {
        List<Binding> before = bindings.isEmpty() ? byAccount.remove(account) : byAccount.put(account, bindings);
        size += bindings.size() - (before == null ? 0 : before.size());
    }
}
