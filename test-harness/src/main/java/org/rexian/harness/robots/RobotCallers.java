package org.rexian.harness.robots;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.rexian.harness.phone.PhoneCall;
import org.rexian.harness.phone.Phones;

/** Robot callers: new ones at a rate, no more than so many at once, each with a script of keys and its own patience. */
final class RobotCallers {
    private final Phones phones;
    private final Settings settings;
    private final SplittableRandom random;
    /** Drawn from on the call loop, while {@link #random} belongs to the thread that begins calls. */
    private final SplittableRandom afterTalk;

    private final Results results;
    private final AtomicInteger open = new AtomicInteger();
    private long count;

    /**
     * How they behave.
     *
     * @param number what they dial
     * @param presses the scripts that they draw from
     * @param afterTalk pressed when their agent has hung up: for a survey
     * @param patience how long they stay without a talk
     * @param speech what they say in a talk
     */
    record Settings(String number, List<Presses> presses, List<Presses> afterTalk, Span patience, List<Path> speech) {}

    RobotCallers(Phones phones, Settings settings, SplittableRandom random, Results results) {
        this.phones = phones;
        this.settings = settings;
        this.random = random;
        this.afterTalk = random.split();
        this.results = results;
    }

    int open() {
        return open.get();
    }

    /** Begins calls until {@code endNanos}; blocks. */
    void run(int atOnce, double perSecond, long endNanos) throws InterruptedException {
        long start = System.nanoTime();
        for (long i = 0; ; i++) {
            long due = start + (long) (i * 1e9 / perSecond);
            if (due - endNanos >= 0) {
                return;
            }
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            if (open.get() < atOnce) {
                begin();
            }
        }
    }

    private void begin() {
        String caller = String.format(Locale.ROOT, "139%08d", ++count);
        PhoneCall call = phones.phone(caller).call(settings.number());
        open.incrementAndGet();
        AtomicBoolean gaveUp = new AtomicBoolean();
        long[] upMillis = {0};
        Presses presses = Presses.draw(settings.presses(), random);
        long patienceMillis = settings.patience().draw(random);
        call.whenUp(answered -> {
            upMillis[0] = System.currentTimeMillis();
            answered.say(settings.speech(), true);
            press(answered, presses);
            after(patienceMillis).execute(() -> giveUp(caller, answered, gaveUp));
        });
        call.whenEnded(end -> {
            open.decrementAndGet();
            results.callEnded(
                    caller,
                    upMillis[0],
                    gaveUp.get(),
                    end.status(),
                    end.cause().name().toLowerCase(Locale.ROOT));
        });
    }

    private void giveUp(String caller, PhoneCall call, AtomicBoolean gaveUp) {
        if (!results.talked(caller) && !call.ended().isDone()) {
            gaveUp.set(true);
            call.hangUp();
        }
    }

    /** The caller's agent has hung up: what the caller presses then, and at last the end. */
    void talkEnded(String caller) {
        phones.openCalls().stream()
                .filter(call -> call.phone().user().equals(caller))
                .forEach(call -> {
                    press(call, Presses.draw(settings.afterTalk(), afterTalk));
                    after(30_000).execute(call::hangUp);
                });
    }

    private static void press(PhoneCall call, Presses presses) {
        long at = 0;
        for (Presses.Press press : presses.steps()) {
            at += press.afterMillis();
            after(at).execute(() -> call.press(press.keys()));
        }
    }

    private static Executor after(long millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
    }
}
