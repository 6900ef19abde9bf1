package org.rexian.server.cli;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGINT and SIGTERM: the first stops the engine properly, which may take as long as {@code calls.drain}; the second ends the
 * process at once. By itself the JVM ignores the second, since its shutdown hooks run already.
 *
 * <p>{@code sun.misc.Signal} is the only way to hear a signal and no part of Java's API, so it is looked up by name: on a JVM without it
 * the first signal works as ever.
 */
final class StopSignals {

    private static final Logger log = LoggerFactory.getLogger(StopSignals.class);
    private static final int SIGNALLED = 128;

    private final AtomicBoolean stopping = new AtomicBoolean();

    private StopSignals() {}

    /** Listens from now on. */
    static void listen() {
        StopSignals signals = new StopSignals();
        List.of("INT", "TERM").forEach(signals::handle);
    }

    @SuppressWarnings("ReferenceEquality") // a handler equals itself alone
    private void handle(String name) {
        try {
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object signal = signalType.getConstructor(String.class).newInstance(name);
            int number = (int) signalType.getMethod("getNumber").invoke(signal);
            InvocationHandler handler = (proxy, method, arguments) -> switch (method.getName()) {
                case "handle" -> {
                    onSignal(number);
                    yield null;
                }
                case "equals" -> arguments != null && arguments.length == 1 && proxy == arguments[0];
                case "hashCode" -> number;
                default -> "stop on " + name;
            };
            ClassLoader loader = MethodHandles.lookup().lookupClass().getClassLoader();
            Object proxy = Proxy.newProxyInstance(loader, new Class<?>[] {handlerType}, handler);
            signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, proxy);
        } catch (ReflectiveOperationException | IllegalArgumentException e) { // -Xrs, or a JVM without it
            log.warn("a second {} will not end the engine at once: {}", name, e.toString());
        }
    }

    /** Runs on a thread of the signal's own, so it may block. */
    private void onSignal(int number) {
        if (stopping.compareAndSet(false, true)) {
            log.info("stopping; a second signal ends the engine at once");
            Runtime.getRuntime().exit(SIGNALLED + number);
        } else {
            log.warn("ended at once: calls in progress are cut off without a record");
            Runtime.getRuntime().halt(SIGNALLED + number);
        }
    }
}
