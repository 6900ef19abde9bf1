package org.rexian.server.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * One event stream. Texts wait in a bounded queue for a virtual thread that sends one after the other; a client that lets
 * the queue fill is closed, since a stream with a gap would show figures that are wrong.
 */
final class Viewer {

    private static final long SEND_MILLIS = 10_000;
    private static final String END = "";

    private final Session session;
    private final BlockingQueue<String> waiting;
    private final AtomicBoolean ended = new AtomicBoolean();

    Viewer(Session session, int backlog) {
        this.session = session;
        this.waiting = new ArrayBlockingQueue<>(backlog);
        Thread.ofVirtual().name("rexian-viewer").start(this::run);
    }

    Session session() {
        return session;
    }

    /** False where the viewer is too slow and has been closed for it. */
    boolean offer(String text) {
        if (!ended.get() && !waiting.offer(text)) {
            close(1013, "too slow: " + waiting.size() + " events wait");
        }
        return !ended.get();
    }

    void close(int code, String why) {
        if (ended.compareAndSet(false, true)) {
            waiting.clear();
            waiting.add(END);
            session.close(code, why, Callback.NOOP);
        }
    }

    private void run() {
        try {
            for (String text = waiting.take(); !text.equals(END); text = waiting.take()) {
                Callback.Completable sent = new Callback.Completable();
                session.sendText(text, sent);
                sent.get(SEND_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException e) {
            close(1011, "send failed");
        } catch (TimeoutException e) {
            close(1013, "too slow");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
