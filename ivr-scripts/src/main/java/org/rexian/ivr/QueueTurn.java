package org.rexian.ivr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rexian.ivr.FlowInput.QueueLeft;
import org.rexian.ivr.expr.Expression;
import org.rexian.ivr.model.Speech;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.model.Target;

/** A wait for an agent, and the talk. */
final class QueueTurn {

    private static final long MAX_PRIORITY = 1_000;
    private static final long MAX_AGE_CREDIT_SECONDS = 86_400;

    private final FlowRun run;

    QueueTurn(FlowRun run) {
        this.run = run;
    }

    void enter(Step.Queue queue) {
        RunState state = run.state;
        // A key that was meant for a menu must not take the caller out of the queue.
        state.typedAhead.setLength(0);
        state.position(0, -1);
        run.act(enqueue(queue));
        if (queue.waiting().everyMillis() > 0) {
            state.announceAt = state.now + queue.waiting().firstMillis();
        }
        state.phase = Phase.ANNOUNCING;
        if (!run.play(queue.say())) {
            spoken(queue);
        }
    }

    private FlowAction.Enqueue enqueue(Step.Queue queue) {
        Step.Choice choice = queue.choices().stream()
                .filter(each -> holds(each.when()))
                .findFirst()
                .orElseGet(() -> queue.choices().getLast());
        List<Step.Requires> requires = Stream.concat(queue.requires().stream(), choice.requires().stream())
                .filter(each -> holds(each.when()))
                .toList();
        long priority = choice.priority()
                .or(queue::priority)
                .map(value -> (Long) run.valueOr(value, 0L))
                .orElse(0L);
        String customerClass = text(queue.customerClass());
        Map<String, String> attributes = new LinkedHashMap<>();
        queue.attributes().forEach((name, value) -> attributes.put(name, String.valueOf(run.valueOr(value, ""))));
        return new FlowAction.Enqueue(
                choice.queue(),
                Step.Requires.joined(requires),
                customerClass,
                (int) Math.clamp(priority, 0L, MAX_PRIORITY),
                standing(queue.standing()),
                attributes);
    }

    private FlowAction.Standing standing(Step.Standing standing) {
        long credit =
                standing.ageCredit().map(value -> (Long) run.valueOr(value, 0L)).orElse(0L);
        return new FlowAction.Standing(
                text(standing.agent()),
                standing.agentWaitMillis(),
                text(standing.customer()),
                Math.clamp(credit, 0L, MAX_AGE_CREDIT_SECONDS) * 1000);
    }

    private String text(Optional<Expression> value) {
        return value.map(each -> (String) run.valueOr(each, "")).orElse("");
    }

    private boolean holds(Optional<Expression> when) {
        return when.map(run::holds).orElse(true);
    }

    /** The first words or an announcement are over: music, until the next. */
    void spoken(Step.Queue queue) {
        RunState state = run.state;
        if (state.phase != Phase.ANNOUNCING) {
            return;
        }
        state.phase = Phase.WAITING;
        queue.waiting().music().ifPresent(music -> run.playLooped(new Speech(List.of(music))));
        state.deadline = state.announceAt;
    }

    void tick(Step.Queue queue) {
        RunState state = run.state;
        if (state.phase != Phase.WAITING) {
            return;
        }
        state.announceAt = state.now + queue.waiting().everyMillis();
        boolean music = state.sounding;
        state.phase = Phase.ANNOUNCING;
        state.sounding = false; // an announcement of nothing leaves the music alone
        if (!run.play(queue.waiting().announce())) {
            state.sounding = music;
            state.phase = Phase.WAITING;
            state.deadline = state.announceAt;
        }
    }

    /** The router keeps the caller's place and will have the number dialled: only now may that be promised. */
    void callbackAccepted() {
        waiting().flatMap(queue -> queue.waiting().callback()).ifPresent(callback -> leave(callback.then()));
    }

    void key(char key) {
        waiting()
                .flatMap(queue -> queue.waiting().callback())
                .filter(callback -> callback.key() == key)
                .ifPresent(_ -> run.act(new FlowAction.RequestCallback()));
        waiting()
                .flatMap(queue -> Optional.ofNullable(queue.waiting().keys().get(key)))
                .ifPresent(target -> {
                    run.act(new FlowAction.LeaveQueue("key " + key));
                    leave(target);
                });
    }

    void left(QueueLeft.Exit exit) {
        waiting().flatMap(queue -> Optional.ofNullable(queue.exits().get(exit))).ifPresent(this::leave);
    }

    void connected() {
        waiting().ifPresent(_ -> {
            run.silence();
            run.state.deadline = Long.MAX_VALUE;
            run.state.phase = Phase.TALKING;
        });
    }

    /** Music and announcements again, from their beginning; the position is not known yet. */
    void waitsAgain() {
        RunState state = run.state;
        if (state.phase == Phase.TALKING && state.step.orElseThrow() instanceof Step.Queue queue) {
            state.position(0, -1);
            state.announceAt = queue.waiting().everyMillis() > 0
                    ? state.now + queue.waiting().firstMillis()
                    : Long.MAX_VALUE;
            state.phase = Phase.ANNOUNCING;
            spoken(queue);
        }
    }

    void talkEnded() {
        if (run.state.phase == Phase.TALKING && run.state.step.orElseThrow() instanceof Step.Queue queue) {
            queue.afterTalk().ifPresentOrElse(run::go, () -> run.end("normal", "served"));
        }
    }

    private void leave(Target target) {
        run.silence();
        run.state.deadline = Long.MAX_VALUE;
        run.go(target);
    }

    private Optional<Step.Queue> waiting() {
        boolean waits = run.state.phase == Phase.ANNOUNCING || run.state.phase == Phase.WAITING;
        return waits && run.state.step.orElseThrow() instanceof Step.Queue queue
                ? Optional.of(queue)
                : Optional.empty();
    }
}
