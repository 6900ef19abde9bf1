package org.rexian.server;

import java.util.List;
import org.rexian.call.CallObserver;
import org.rexian.call.CallRecord;

/** Tells several observers of calls, one after the other, on the call loop. */
record Observers(List<CallObserver> all) implements CallObserver {

    Observers {
        all = List.copyOf(all);
    }

    @Override
    public void onCallStarted(long at, long id, String origin, String from, String to) {
        all.forEach(observer -> observer.onCallStarted(at, id, origin, from, to));
    }

    @Override
    public void onCallQueued(long id, long contact) {
        all.forEach(observer -> observer.onCallQueued(id, contact));
    }

    @Override
    public void onCallEnded(CallRecord record) {
        all.forEach(observer -> observer.onCallEnded(record));
    }
}
