package org.rexian.acd.sim;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentState;
import org.rexian.acd.EndedBy;
import org.rexian.acd.OfferEnd;

/**
 * One replication: the callers of a {@link Traffic} and the agents of a {@link Scenario} against the router itself, on
 * simulated time. For one thread; the same arguments give the same log.
 */
final class Simulation {

    /** In place of a drawn wrap-up: the queue's own time. */
    static final long WRAP_UP_OF_QUEUE = -1;

    /** After the horizon, who is still in the house may finish within this. */
    private static final long GRACE_MILLIS = 6 * 3_600_000L;

    private static final int STEPS_BETWEEN_LOOKS = 4096;

    private final Scenario scenario;
    private final Traffic traffic;
    private final long seed;
    private final AcdCore core = new AcdCore();
    private final EventHeap plan = new EventHeap();
    private final DayLog log;
    private final Staff staff;
    private final WrapUps wrapUps;
    private int nextCaller;
    private long now;

    private Simulation(Scenario scenario, Traffic traffic, AcdConfiguration policy, long seed) {
        this.scenario = scenario;
        this.traffic = traffic;
        this.seed = seed;
        log = new DayLog(scenario, traffic, policy);
        wrapUps = new WrapUps(scenario, policy);
        staff = new Staff(scenario, log.agents, plan, this::apply);
    }

    /**
     * Plays it to its end.
     *
     * @param stop asked from time to time; true ends the replication where it stands
     * @throws IllegalArgumentException when the router refuses the policy, with its reason
     */
    static DayLog run(Scenario scenario, Traffic traffic, AcdConfiguration policy, long seed, BooleanSupplier stop) {
        Simulation simulation = new Simulation(scenario, traffic, policy, seed);
        simulation.open(simulation.wrapUps.letAgentsDecide(policy));
        simulation.play(stop);
        return simulation.log;
    }

    private void open(AcdConfiguration policy) {
        apply(new AcdCommand.Configure(0, policy));
        staff.planShifts();
    }

    private void play(BooleanSupplier stop) {
        long last = scenario.horizonMillis() + GRACE_MILLIS;
        int steps = 0;
        while (nextCaller < traffic.size || now < scenario.horizonMillis() || !log.isEmpty()) {
            if (!step(last) || (++steps % STEPS_BETWEEN_LOOKS == 0 && stop.getAsBoolean())) {
                break;
            }
        }
        log.close(Math.max(now, scenario.horizonMillis()));
    }

    /** The router's own deadlines come first within a millisecond, then what people do, then who calls. */
    private boolean step(long last) {
        long arrival = nextCaller < traffic.size ? traffic.at[nextCaller] : Long.MAX_VALUE;
        long planned = plan.next();
        long due = Math.max(core.nextDeadline(), now);
        long next = Math.min(due, Math.min(planned, arrival));
        if (next > last) {
            return false;
        }
        now = next;
        if (due == next) {
            apply(new AcdCommand.Tick(now));
        } else if (planned == next) {
            happen(plan.take());
        } else {
            arrive(nextCaller++);
        }
        return true;
    }

    private void arrive(int caller) {
        CallerGroup group = scenario.groups().get(traffic.group[caller]);
        log.arrives(caller);
        if (traffic.patience[caller] < Spread.FOREVER) {
            plan.add(now + traffic.patience[caller], Happening.ABANDON.of(caller));
        }
        apply(new AcdCommand.Enqueue(
                now,
                caller,
                group.kind(),
                group.queue(),
                group.requirement(),
                group.customerClass(),
                group.priority(),
                Map.of()));
    }

    private void happen(long event) {
        long value = Happening.value(event);
        switch (Happening.kind(event)) {
            case ABANDON -> {
                if (log.outcome((int) value) == Outcome.STILL_WAITING) {
                    apply(new AcdCommand.Abandon(now, value));
                }
            }
            case ANSWER -> apply(new AcdCommand.OfferAccepted(now, value));
            case TALK_END -> apply(new AcdCommand.TalkEnded(now, value, EndedBy.CALLER));
            default -> staff.happen(Happening.kind(event), (int) value, now);
        }
    }

    private void apply(AcdCommand command) {
        core.apply(command, this::see);
    }

    private void see(AcdEvent event) {
        switch (event) {
            case AcdEvent.AgentStateChanged change -> {
                log.agents.changed(change);
                if (change.to() == AgentState.WRAP_UP) {
                    staff.wrapsUp(change);
                }
            }
            case AcdEvent.AgentOffered offer -> ring(offer);
            case AcdEvent.OfferCancelled offer -> {
                log.cancelled(offer);
                if (offer.cause() == OfferEnd.RING_NO_ANSWER) {
                    staff.missed(offer);
                }
            }
            case AcdEvent.Connected talk -> {
                log.connected(talk);
                int caller = (int) talk.contact();
                staff.talks(talk, wrapUps.of(traffic, caller));
                plan.add(talk.at() + traffic.talk[caller], Happening.TALK_END.of(caller));
            }
            case AcdEvent.ContactEnded end -> log.ended(end);
            case AcdEvent.CommandRejected rejected -> refused(rejected);
            default -> {}
        }
    }

    /** Whether and when the agent answers is a matter of this caller and this try, whatever the policy. */
    private void ring(AcdEvent.AgentOffered offer) {
        log.offered(offer);
        int caller = (int) offer.contact();
        Manners manners = scenario.manners();
        SplittableRandom chance = new SplittableRandom(seed ^ (caller * 0x9E3779B97F4A7C15L + log.offers(caller)));
        if (manners.noAnswer() > 0 && chance.nextDouble() < manners.noAnswer()) {
            return;
        }
        plan.add(offer.at() + manners.answer().draw(chance), Happening.ANSWER.of(offer.offer()));
    }

    /** An answer may come too late, as in life; any other refusal is a mistake in here. */
    private void refused(AcdEvent.CommandRejected rejected) {
        switch (rejected.command()) {
            case AcdCommand.OfferAccepted _ -> {}
            case AcdCommand.Configure _ ->
                throw new IllegalArgumentException("the router refuses this policy: " + rejected.reason());
            case AcdCommand.Enqueue _ ->
                throw new IllegalArgumentException("the router refuses a caller: " + rejected.reason());
            default -> throw new IllegalStateException(rejected.toString());
        }
    }
}
