package org.rexian.harness.phone;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rexian.harness.process.Eventually;
import org.rexian.sip.Registration;

/** One phone: it may register, call, and take calls as its policy says. */
public final class Phone {
    private final Phones phones;
    private final String user;
    private final BlockingQueue<PhoneCall> incoming = new LinkedBlockingQueue<>();
    private volatile AnswerPolicy policy = new AnswerPolicy.Answer(0);
    private volatile Consumer<PhoneCall> onCall = call -> {};
    private volatile Registration.Status status = Registration.Status.ENDED;
    private @Nullable Registration registration;

    Phone(Phones phones, String user) {
        this.phones = phones;
        this.user = user;
    }

    public String user() {
        return user;
    }

    /** What it does with calls from now on; at first it answers at once. */
    public void answerBy(AnswerPolicy next) {
        policy = next;
    }

    AnswerPolicy policy() {
        return policy;
    }

    /** Who is told of each call that comes in, on the call loop, before it rings. */
    public void onCall(Consumer<PhoneCall> listener) {
        onCall = listener;
    }

    void onIncoming(PhoneCall call) {
        incoming.add(call);
        onCall.accept(call);
    }

    /** The next call that came in and was not taken from here yet; waits for one. */
    public PhoneCall awaitCall(Duration patience) throws InterruptedException {
        PhoneCall call = incoming.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (call == null) {
            throw new IllegalStateException("nobody called " + user + " within " + patience);
        }
        return call;
    }

    /** Calls that came in and were not taken by {@link #awaitCall}. */
    public int waitingCalls() {
        return incoming.size();
    }

    /** Registers and stays so until {@link #unregister}. */
    public void register(String password, Duration patience) throws InterruptedException {
        Registration begun =
                phones.register(user, password, now -> status = now).join();
        synchronized (this) {
            registration = begun;
        }
        Eventually.require("registration of " + user, patience, () -> status == Registration.Status.REGISTERED);
    }

    /** Takes the registration back, if there is one; does not wait. */
    public void unregister() {
        Registration begun;
        synchronized (this) {
            begun = registration;
            registration = null;
        }
        if (begun != null) {
            phones.endpoint().loop().execute(begun::end);
        }
    }

    public Registration.Status registrationStatus() {
        return status;
    }

    /** Calls a number at the server. */
    public PhoneCall call(String number) {
        return phones.dial(this, number);
    }

    @Override
    public String toString() {
        return user;
    }
}
