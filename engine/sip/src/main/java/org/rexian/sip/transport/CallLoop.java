package org.rexian.sip.transport;

import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.rexian.sip.SipCounters;
import org.rexian.sip.TimerQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns every transaction, dialog and call: a Netty loop (native epoll where there is one, NIO else) that also
 * fires the {@link TimerQueue}. What throws on it is caught once, in {@link #guarded}, counted and logged.
 */
public final class CallLoop implements AutoCloseable {
    /** A turn longer than this is counted in {@link SipCounters#slowTurns} and logged: everybody on the loop waited for it. */
    public static final long SLOW_TURN_MILLIS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(CallLoop.class);

    private final MultiThreadIoEventLoopGroup group;
    private final EventLoop loop;
    private final TimerQueue timers;
    private final SipCounters counters;
    private final boolean epoll;

    private CallLoop(LongSupplier nowMillis, SipCounters counters, boolean epoll) {
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        this.group = new MultiThreadIoEventLoopGroup(1, CallLoop::thread, io);
        this.loop = group.next();
        this.timers = new TimerQueue(nowMillis);
        this.counters = counters;
        this.epoll = epoll;
    }

    /** Starts the thread. {@code nowMillis}: milliseconds since the epoch, never running backwards. */
    public static CallLoop start(LongSupplier nowMillis, SipCounters counters) {
        return start(nowMillis, counters, Epoll.isAvailable());
    }

    /** Starts the thread with epoll or NIO by choice; epoll where there is none fails. */
    static CallLoop start(LongSupplier nowMillis, SipCounters counters, boolean epoll) {
        CallLoop callLoop = new CallLoop(nowMillis, counters, epoll);
        TurnWatch watch = new TurnWatch(counters, TimerQueue.TICK_MILLIS, nowMillis.getAsLong());
        Runnable fire = () -> callLoop.timers.fireDue(callLoop.timers.now());
        Runnable tick = () -> {
            watch.tickBegins(callLoop.timers.now());
            callLoop.guarded(fire);
            watch.tickEnds(callLoop.timers.now());
        };
        var _ = callLoop.loop.scheduleWithFixedDelay(
                tick, TimerQueue.TICK_MILLIS, TimerQueue.TICK_MILLIS, TimeUnit.MILLISECONDS);
        return callLoop;
    }

    /** The loop's deadlines; touch them on the loop only. */
    public TimerQueue timers() {
        return timers;
    }

    /** Runs a task on the loop, from any thread, in order. */
    public void execute(Runnable task) {
        loop.execute(() -> guarded(task));
    }

    /** True on the loop's thread. */
    public boolean onLoop() {
        return loop.inEventLoop();
    }

    /** Stops the thread after what waits; blocks up to a few seconds. Not from the loop itself. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 3, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }

    /** The single catch of the loop: a fault of ours costs the task that has it, not the thousands of calls beside it. */
    void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException fault) {
            counters.faults.increment();
            LOG.error("fault on the call loop", fault);
        }
    }

    EventLoop eventLoop() {
        return loop;
    }

    boolean epoll() {
        return epoll;
    }

    private static Thread thread(Runnable body) {
        Thread thread = new Thread(body, "call-loop");
        thread.setDaemon(true);
        return thread;
    }
}
