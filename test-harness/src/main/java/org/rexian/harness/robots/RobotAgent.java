package org.rexian.harness.robots;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.rexian.harness.phone.AnswerPolicy;
import org.rexian.harness.phone.Phone;
import org.rexian.harness.phone.PhoneCall;

/** An agent's robot: registers, signs in by feature code, answers after a moment, says its line, and hangs up after its time. */
final class RobotAgent {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Phone phone;
    private final String password;
    private final List<Path> speech;
    private final Span talk;
    private final SplittableRandom random;
    private final Results results;
    private final Consumer<String> onTalkEnded;

    /** An empty {@code password}: it does not register. {@code onTalkEnded} is told the caller of each talk that is over. */
    RobotAgent(
            Phone phone,
            String password,
            List<Path> speech,
            Span ring,
            Span talk,
            SplittableRandom random,
            Results results,
            Consumer<String> onTalkEnded) {
        this.phone = phone;
        this.password = password;
        this.speech = speech;
        this.talk = talk;
        this.random = random;
        this.results = results;
        this.onTalkEnded = onTalkEnded;
        phone.answerBy(new AnswerPolicy.Answer(ring.draw(random)));
        phone.onCall(this::take);
    }

    /** Blocks until it is signed in. */
    void begin(String signInCode) throws InterruptedException {
        if (!password.isEmpty()) {
            phone.register(password, PATIENCE);
        }
        dial(signInCode);
        results.agent(phone.user(), "signed-in");
    }

    /** Signs out; the phones' closing unregisters. */
    void end(String signOutCode) {
        dial(signOutCode);
        results.agent(phone.user(), "signed-out");
    }

    /** The code's call is over when the server has confirmed and hung up; if it does not hang up, we do. */
    private void dial(String code) {
        if (code.isEmpty()) {
            return;
        }
        PhoneCall call = phone.call(code);
        try {
            call.awaitUp(PATIENCE);
            call.ended().copy().orTimeout(5, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            results.failed(phone.user() + " dialled " + code, String.valueOf(e.getMessage()));
        }
        call.hangUp();
    }

    private void take(PhoneCall call) {
        long talkMillis = talk.draw(random);
        Executor later = CompletableFuture.delayedExecutor(talkMillis, TimeUnit.MILLISECONDS);
        long[] begunMillis = {0};
        call.whenUp(up -> {
            begunMillis[0] = System.currentTimeMillis();
            results.talkBegun(phone.user(), up.other());
            up.say(speech, true);
            later.execute(up::hangUp);
        });
        call.whenEnded(end -> {
            if (begunMillis[0] != 0) {
                results.talkEnded(phone.user(), call.other(), System.currentTimeMillis() - begunMillis[0]);
                onTalkEnded.accept(call.other());
            }
        });
    }
}
