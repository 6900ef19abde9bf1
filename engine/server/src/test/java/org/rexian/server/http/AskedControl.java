package org.rexian.server.http;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.rexian.acd.Dialling;
import org.rexian.call.CallControl;
import org.rexian.call.Outcome;

/** Calls that note what they are asked for and do nothing. */
final class AskedControl {

    final List<String> wishes = new CopyOnWriteArrayList<>();

    /** What the next wishes are answered with, empty for "done". */
    volatile String refusal = "";

    CallControl control() {
        return (CallControl) Proxy.newProxyInstance(
                CallControl.class.getClassLoader(), new Class<?>[] {CallControl.class}, (proxy, method, arguments) -> {
                    wishes.add(method.getName() + " "
                            + Arrays.stream(arguments)
                                    .limit(3)
                                    .map(each -> each instanceof Dialling dialling ? dialling.number() : each)
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(" ")));
                    return CompletableFuture.completedFuture(
                            refusal.isEmpty() ? Outcome.done() : Outcome.refused(refusal));
                });
    }
}
