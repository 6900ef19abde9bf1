package org.rexian.server.live;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.rexian.call.CallObserver;
import org.rexian.call.CallRecord;
import org.rexian.server.live.CallsSnapshot.ActiveCall;

/** Counts calls and knows those in progress. Written on the call loop, read from anywhere, without a lock. */
public final class LiveCalls implements CallObserver {

    private final Map<Long, ActiveCall> active = new ConcurrentHashMap<>();
    /** The call of a contact that does not bear its call's number; see {@link #onCallQueued}. */
    private final Map<Long, Long> callOfContact = new ConcurrentHashMap<>();

    private final Map<Long, Long> contactOfCall = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> causes = new ConcurrentHashMap<>();
    private final LongAdder started = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final Recent<Object> recent = new Recent<>(256);

    @Override
    public void onCallStarted(long at, long id, String origin, String from, String to) {
        ActiveCall call = new ActiveCall(id, at, origin, from, to);
        active.put(id, call);
        started.increment();
        recent.add(call);
    }

    /** A call has one contact at a time: the one before is forgotten. */
    @Override
    public void onCallQueued(long id, long contact) {
        forgetContact(id);
        if (contact != id) {
            contactOfCall.put(id, contact);
            callOfContact.put(contact, id);
        }
    }

    private void forgetContact(long id) {
        Long contact = contactOfCall.remove(id);
        if (contact != null) {
            callOfContact.remove(contact);
        }
    }

    @Override
    public void onCallEnded(CallRecord record) {
        active.remove(record.id());
        forgetContact(record.id());
        ended.increment();
        if (record.answeredAt() > 0) {
            answered.increment();
        }
        causes.computeIfAbsent(record.cause(), cause -> new LongAdder()).increment();
        recent.add(record);
    }

    /** Calls in progress. */
    public int active() {
        return active.size();
    }

    /** Who waits or talks under this contact number, as the board calls callers; any thread. */
    String caller(long contact) {
        ActiveCall call = active.get(callOfContact.getOrDefault(contact, contact));
        return call == null ? "contact " + contact : Words.caller(call.from());
    }

    CallsSnapshot snapshot() {
        Map<String, Long> byCause = new TreeMap<>();
        causes.forEach((cause, count) -> byCause.put(cause, count.sum()));
        List<ActiveCall> newest = active.values().stream()
                .sorted(Comparator.comparingLong(ActiveCall::id).reversed())
                .limit(CallsSnapshot.MAX_LIST)
                .sorted(Comparator.comparingLong(ActiveCall::id))
                .toList();
        return new CallsSnapshot(active.size(), started.sum(), ended.sum(), answered.sum(), byCause, newest);
    }

    List<LiveSnapshot.Line> lines(int limit) {
        return recent.last(limit).stream().map(LiveCalls::line).toList();
    }

    private static LiveSnapshot.Line line(Object happened) {
        return switch (happened) {
            case ActiveCall call -> new LiveSnapshot.Line(call.startedAt(), Words.started(call));
            case CallRecord record -> new LiveSnapshot.Line(record.endedAt(), Words.ended(record));
            default -> throw new IllegalStateException("not something that happened: " + happened.getClass());
        };
    }
}
