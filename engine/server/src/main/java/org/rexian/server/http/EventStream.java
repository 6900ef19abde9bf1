package org.rexian.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.rexian.acd.AcdEvent;
import org.rexian.call.CallObserver;
import org.rexian.call.CallRecord;
import org.rexian.server.acd.AcdRing;
import org.rexian.server.acd.RouterListener;
import org.rexian.server.live.CallsSnapshot.ActiveCall;
import org.rexian.server.live.LiveSnapshot;
import org.rexian.server.live.LiveView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /api/events}: a snapshot, then everything that happens after it, as JSON over WebSocket. The loops only put
 * events into a queue, and only while somebody watches; a thread of the stream writes each as text once, for all viewers.
 */
public final class EventStream implements RouterListener, CallObserver {

    private static final Logger log = LoggerFactory.getLogger(EventStream.class);
    private static final int QUEUE = 65_536;

    /** A viewer who begins to watch here, between two events. */
    private record Joins(Viewer viewer, LiveSnapshot snapshot) {}

    private final int maxViewers;
    private final int backlog;
    private final Map<Session, Viewer> viewers = new ConcurrentHashMap<>();
    private final BlockingQueue<Object> happened = new ArrayBlockingQueue<>(QUEUE);
    private final List<Viewer> watching = new CopyOnWriteArrayList<>();
    private final LongAdder dropped = new LongAdder();
    private volatile boolean overrun;

    public EventStream(int maxViewers, int backlog) {
        this.maxViewers = maxViewers;
        this.backlog = backlog;
        Thread.ofVirtual().name("rexian-events").start(this::run);
    }

    void addTo(RoutesConfig routes, AcdRing ring, LiveView view) {
        routes.ws("/api/events", (WsConfig ws) -> {
            ws.onConnect(context -> joins(context.session, ring, view));
            ws.onClose(context -> leaves(context.session));
            ws.onError(context -> leaves(context.session));
        });
    }

    private void joins(Session session, AcdRing ring, LiveView view) {
        if (viewers.size() >= maxViewers) {
            session.close(1013, "too many event streams", Callback.NOOP);
            return;
        }
        Viewer viewer = new Viewer(session, backlog);
        viewers.put(session, viewer);
        // The picture is taken and queued on the ACD thread: no event of the router can slip between the two.
        CompletableFuture<Boolean> _ = ring.<Boolean>ask(core -> happened.offer(new Joins(viewer, view.snapshot(core))))
                .whenComplete((queued, failure) -> {
                    if (failure != null || !queued) {
                        viewer.close(1013, "the router is overloaded");
                    }
                });
    }

    private void leaves(Session session) {
        Viewer viewer = viewers.remove(session);
        if (viewer != null) {
            watching.remove(viewer);
            viewer.close(1000, "");
        }
    }

    @Override
    public void onEvent(AcdEvent event) {
        offer(event);
    }

    @Override
    public void onCallStarted(long at, long id, String origin, String from, String to) {
        offer(new ActiveCall(id, at, origin, from, to));
    }

    @Override
    public void onCallEnded(CallRecord record) {
        offer(record);
    }

    private void offer(Object what) {
        if (!viewers.isEmpty() && !happened.offer(what)) {
            overrun = true;
        }
    }

    private void run() {
        try {
            while (true) {
                hand(happened.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hand(Object what) {
        try {
            if (overrun) {
                overrun = false;
                watching.forEach(viewer -> drop(viewer, "events came faster than they could be sent"));
            }
            if (what instanceof Joins joins) {
                joins.viewer.offer(EventText.of(joins.snapshot));
                watching.add(joins.viewer);
            } else if (!watching.isEmpty()) {
                String text = EventText.of(what);
                watching.forEach(viewer -> hand(viewer, text));
            }
        } catch (RuntimeException e) { // this loop's one catch
            log.error("an event could not be sent", e);
        }
    }

    private void hand(Viewer viewer, String text) {
        if (!viewer.offer(text)) {
            drop(viewer, "too slow");
        }
    }

    private void drop(Viewer viewer, String why) {
        if (watching.remove(viewer)) {
            dropped.increment();
            viewers.remove(viewer.session());
            viewer.close(1013, why);
        }
    }

    /** Streams open at present. */
    public int open() {
        return viewers.size();
    }

    /** Streams closed because their client was too slow. */
    public long dropped() {
        return dropped.sum();
    }
}
