package org.rexian.server.cli;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;

/**
 * Hears signals. {@code sun.misc.Signal} is the only way to do so and no part of Java's API, so it is looked up by name: on a JVM
 * without it a signal does what it always did.
 */
final class Signals {

    private Signals() {}

    /**
     * From now on runs {@code action} with the signal's number, on a thread of the signal's own, so that it may block; "" or why it
     * can't.
     *
     * @param name such as {@code TERM}
     */
    @SuppressWarnings("ReferenceEquality") // a handler equals itself alone
    static String on(String name, IntConsumer action) {
        try {
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object signal = signalType.getConstructor(String.class).newInstance(name);
            int number = (int) signalType.getMethod("getNumber").invoke(signal);
            InvocationHandler handler = (proxy, method, arguments) -> switch (method.getName()) {
                case "handle" -> {
                    action.accept(number);
                    yield null;
                }
                case "equals" -> arguments != null && arguments.length == 1 && proxy == arguments[0];
                case "hashCode" -> number;
                default -> "on " + name;
            };
            ClassLoader loader = MethodHandles.lookup().lookupClass().getClassLoader();
            Object proxy = Proxy.newProxyInstance(loader, new Class<?>[] {handlerType}, handler);
            signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, proxy);
            return "";
        } catch (ReflectiveOperationException | IllegalArgumentException e) { // -Xrs, or a JVM without it
            return e.toString();
        }
    }
}
