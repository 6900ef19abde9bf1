package org.rexian.acd.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentState;

/** The agents as people: they come and go by their shifts, take breaks, wrap up, and come back after a missed call. */
final class Staff {

    private static final long LOOK_AGAIN_MILLIS = 1000;

    /** One agent's shift or break. */
    private record Slot(int agent, String reason) {}

    private final Scenario scenario;
    private final AgentClocks agents;
    private final EventHeap plan;
    private final Consumer<AcdCommand> router;
    private final List<Slot> slots = new ArrayList<>();
    private final boolean[] onShift;
    private final boolean[] onBreak;
    private final long[] wrapUp;
    private final long[] wrapUpEnds;

    Staff(Scenario scenario, AgentClocks agents, EventHeap plan, Consumer<AcdCommand> router) {
        this.scenario = scenario;
        this.agents = agents;
        this.plan = plan;
        this.router = router;
        onShift = new boolean[agents.size()];
        onBreak = new boolean[agents.size()];
        wrapUp = new long[agents.size()];
        wrapUpEnds = new long[agents.size()];
    }

    /** From the evening before the first day, whose night shift may still be there at its first midnight. */
    void planShifts() {
        for (Shift shift : scenario.shifts()) {
            int agent = agents.number(shift.agent());
            int slot = slot(agent, "");
            if (shift.until() - shift.from() >= Rates.DAY_MILLIS) {
                plan.add(0, Happening.SIGN_IN.of(slot));
                continue;
            }
            List<Integer> breaks = new ArrayList<>();
            shift.breaks().forEach(each -> breaks.add(slot(agent, each.reason())));
            for (int day = -1; day < scenario.days(); day++) {
                planDay(shift, slot, breaks, day * Rates.DAY_MILLIS);
            }
        }
    }

    private void planDay(Shift shift, int slot, List<Integer> breaks, long midnight) {
        planBoth(midnight + shift.from(), Happening.SIGN_IN, midnight + shift.until(), Happening.SIGN_OUT, slot);
        for (int i = 0; i < breaks.size(); i++) {
            Shift.Break each = shift.breaks().get(i);
            planBoth(
                    midnight + each.from(),
                    Happening.BREAK_BEGIN,
                    midnight + each.until(),
                    Happening.BREAK_END,
                    breaks.get(i));
        }
    }

    private void planBoth(long from, Happening begin, long until, Happening end, int slot) {
        if (until > 0) {
            plan.add(Math.max(0, from), begin.of(slot));
            plan.add(until, end.of(slot));
        }
    }

    private int slot(int agent, String reason) {
        slots.add(new Slot(agent, reason));
        return slots.size() - 1;
    }

    /** @param value an agent for WRAP_UP_END and BACK, else a slot */
    void happen(Happening what, int value, long now) {
        switch (what) {
            case SIGN_IN -> signIn(slots.get(value).agent, now);
            case SIGN_OUT -> signOut(slots.get(value).agent, now);
            case BREAK_BEGIN -> breakBegins(slots.get(value), now);
            case BREAK_END -> breakEnds(value, now);
            case WRAP_UP_END -> {
                if (agents.state(value) == AgentState.WRAP_UP && wrapUpEnds[value] == now) {
                    router.accept(new AcdCommand.WrapUpEnded(now, agents.id(value)));
                }
            }
            case BACK -> {
                boolean away =
                        agents.state(value) == AgentState.NOT_READY || agents.state(value) == AgentState.UNREACHABLE;
                if (away && onShift[value] && !onBreak[value]) {
                    router.accept(new AcdCommand.Ready(now, agents.id(value)));
                }
            }
            case ABANDON, ANSWER, TALK_END -> throw new IllegalArgumentException(what + " is the caller's");
        }
    }

    private void signIn(int agent, long now) {
        if (!onShift[agent]) {
            onShift[agent] = true;
            router.accept(new AcdCommand.SignIn(now, agents.id(agent)));
            router.accept(new AcdCommand.Ready(now, agents.id(agent)));
        }
    }

    private void signOut(int agent, long now) {
        if (onShift[agent]) {
            onShift[agent] = false;
            onBreak[agent] = false;
            router.accept(new AcdCommand.SignOut(now, agents.id(agent)));
        }
    }

    private void breakBegins(Slot slot, long now) {
        if (onShift[slot.agent] && !onBreak[slot.agent]) {
            onBreak[slot.agent] = true;
            router.accept(new AcdCommand.NotReady(now, agents.id(slot.agent), slot.reason));
        }
    }

    /** Ready would cut wrap-up short: who wraps up at the end of its break finishes that first. */
    private void breakEnds(int slot, long now) {
        int agent = slots.get(slot).agent;
        if (!onBreak[agent]) {
            return;
        }
        if (agents.state(agent) == AgentState.WRAP_UP) {
            plan.add(now + LOOK_AGAIN_MILLIS, Happening.BREAK_END.of(slot));
            return;
        }
        onBreak[agent] = false;
        router.accept(new AcdCommand.Ready(now, agents.id(agent)));
    }

    void talks(AcdEvent.Connected talk, long wrapUpMillis) {
        wrapUp[agents.number(talk.agent())] = wrapUpMillis;
    }

    void wrapsUp(AcdEvent.AgentStateChanged change) {
        int agent = agents.number(change.agent());
        if (wrapUp[agent] != Simulation.WRAP_UP_OF_QUEUE) {
            wrapUpEnds[agent] = change.at() + wrapUp[agent];
            plan.add(wrapUpEnds[agent], Happening.WRAP_UP_END.of(agent));
        }
    }

    void missed(AcdEvent.OfferCancelled offer) {
        plan.add(offer.at() + scenario.manners().backMillis(), Happening.BACK.of(agents.number(offer.agent())));
    }
}
