package org.rexian.acd;

import java.util.List;
import java.util.Map;

/** Agents come and go, and say what they want to do next. Each answers why the command does not fit, "" if it did. */
final class Shifts {

    static final String DONE = "";

    private final Floor floor;
    private final AgentStates states;
    private final Routing routing;
    private final Offers offers;
    private final Limits limits;
    private final Patience patience;
    private final Reservations reservations;

    Shifts(
            Floor floor,
            AgentStates states,
            Routing routing,
            Offers offers,
            Limits limits,
            Patience patience,
            Reservations reservations) {
        this.floor = floor;
        this.states = states;
        this.routing = routing;
        this.offers = offers;
        this.limits = limits;
        this.patience = patience;
        this.reservations = reservations;
    }

    String signIn(Agent agent, String desk) {
        for (Agent other : floor.agents.values()) {
            if (!desk.isEmpty() && other.isSignedIn() && other.desk.equals(desk) && !other.equals(agent)) {
                return "desk " + desk + " is agent " + other.id() + "'s";
            }
        }
        if (agent.state == AgentState.SIGNED_OUT) {
            agent.refusals = 0;
            agent.answeredSinceSignIn = 0;
            agent.signedInAt = floor.now();
            agent.busyMillisBefore = agent.busyMillis();
            agent.desk = desk;
            states.become(agent, AgentState.NOT_READY, "signed in");
            return DONE;
        }
        if (agent.next == Agent.Next.SIGN_OUT && !agent.removed && agent.desk.equals(desk)) {
            plan(agent, Agent.Next.NOT_READY, "signed in");
            return DONE;
        }
        return "agent " + agent.id() + " is signed in already";
    }

    String signOut(Agent agent) {
        switch (agent.state) {
            case SIGNED_OUT -> {
                return "agent " + agent.id() + " is not signed in";
            }
            case TALKING, HELD -> {
                if (agent.next == Agent.Next.SIGN_OUT) {
                    return "agent " + agent.id() + " signs out after this talk already";
                }
                plan(agent, Agent.Next.SIGN_OUT, "signed out");
            }
            case RESERVED -> {
                Offer offer = agent.offer();
                offers.agentGone(offer);
                leave(agent, "signed out");
                offers.backToQueue(offer.contact);
                emptied(agent);
            }
            case READY, NOT_READY, WRAP_UP, UNREACHABLE -> {
                leave(agent, "signed out");
                emptied(agent);
            }
        }
        return DONE;
    }

    String ready(Agent agent) {
        switch (agent.state) {
            case SIGNED_OUT, READY, RESERVED -> {
                return "agent " + agent.id() + " is " + agent.state;
            }
            case TALKING, HELD -> {
                if (agent.next == Agent.Next.READY || agent.removed) {
                    return "agent " + agent.id() + " is " + agent.state;
                }
                plan(agent, Agent.Next.READY, "");
                routing.offerChatTo(agent);
            }
            case UNREACHABLE -> {
                if (!agent.registered) {
                    return "the phone of agent " + agent.id() + " is not registered";
                }
                routing.ready(agent, "ready");
            }
            case NOT_READY, WRAP_UP -> {
                if (agent.removed) {
                    return "agent " + agent.id() + " signs out after wrap-up";
                }
                agent.next = Agent.Next.READY;
                agent.refusals = 0;
                routing.ready(agent, "ready");
            }
        }
        return DONE;
    }

    String notReady(Agent agent, String reason) {
        switch (agent.state) {
            case SIGNED_OUT -> {
                return "agent " + agent.id() + " is not signed in";
            }
            case NOT_READY -> {
                if (agent.reason.equals(reason)) {
                    return "agent " + agent.id() + " is not ready for " + reason + " already";
                }
                states.become(agent, AgentState.NOT_READY, reason);
            }
            case READY, UNREACHABLE -> states.become(agent, AgentState.NOT_READY, reason);
            case RESERVED -> {
                Offer offer = agent.offer();
                offers.agentGone(offer);
                states.become(agent, AgentState.NOT_READY, reason);
                offers.backToQueue(offer.contact);
            }
            case TALKING, HELD, WRAP_UP -> {
                if (agent.removed) {
                    return "agent " + agent.id() + " signs out after this talk";
                }
                plan(agent, Agent.Next.NOT_READY, reason);
            }
        }
        return DONE;
    }

    /** Said again it changes nothing, for registrars repeat themselves, save that it ends a doubt about the phone. */
    String reachable(Agent agent, boolean reachable) {
        agent.registered = reachable;
        if (reachable && agent.state == AgentState.UNREACHABLE) {
            routing.ready(agent, "phone registered");
        } else if (!reachable && agent.state == AgentState.READY) {
            states.become(agent, AgentState.UNREACHABLE, "phone not registered");
        } else if (!reachable && agent.state == AgentState.RESERVED) {
            Offer offer = agent.offer();
            offers.agentGone(offer);
            states.become(agent, AgentState.UNREACHABLE, "phone not registered");
            offers.backToQueue(offer.contact);
        }
        return DONE;
    }

    String extendWrapUp(Agent agent, long millis) {
        if (agent.state != AgentState.WRAP_UP) {
            return "agent " + agent.id() + " is " + agent.state + ", not in wrap-up";
        }
        if (millis <= 0) {
            return "wrap-up can be made longer only, not by " + millis + " ms";
        }
        floor.deadlines.set(agent.timer, agent.timer.major + millis);
        return DONE;
    }

    String wrapUpEnded(Agent agent) {
        if (agent.state != AgentState.WRAP_UP) {
            return "agent " + agent.id() + " is " + agent.state + ", not in wrap-up";
        }
        afterWork(agent, "wrap-up ended");
        return DONE;
    }

    /** An offer that rings goes on ringing; a ready agent may match somebody new. */
    String setSkills(Agent agent, Map<String, Integer> skills) {
        List<String> bad = ConfigurationCheck.badLevel(skills);
        if (!bad.isEmpty()) {
            return bad.getFirst() + ", levels go from 1 to 10";
        }
        agent.unlist();
        reservations.left(agent, floor.now());
        for (RequirementClass each : agent.classes()) {
            each.signedIn(agent.isSignedIn() ? -1 : 0);
            each.atWork(agent.isAtWork() ? -1 : 0);
        }
        agent.forgetAll();
        agent.setSkills(skills);
        reservations.learn(agent);
        reindex(agent);
        emptied(agent);
        return DONE;
    }

    private void reindex(Agent agent) {
        if (agent.removed) {
            return;
        }
        for (String name : agent.queues()) {
            CallQueue queue = floor.queues.get(name);
            if (queue != null) {
                queue.reconsider(agent);
            }
        }
        if (agent.state == AgentState.READY) {
            routing.offerTo(agent);
        } else {
            routing.offerChatTo(agent);
        }
    }

    /** The end of wrap-up or of a pause has come. */
    void timeOver(Agent agent) {
        if (agent.state == AgentState.WRAP_UP) {
            afterWork(agent, "wrap-up over");
        } else {
            routing.ready(agent, "pause over");
        }
    }

    /** Talk and wrap-up are over: what the agent asked for meanwhile, or ready. */
    void afterWork(Agent agent, String reason) {
        Agent.Next next = agent.next;
        agent.next = Agent.Next.READY;
        switch (next) {
            case READY -> routing.ready(agent, reason);
            case NOT_READY -> states.become(agent, AgentState.NOT_READY, agent.nextReason);
            case SIGN_OUT -> {
                leave(agent, agent.nextReason);
                emptied(agent);
            }
        }
    }

    /** The configuration lets this agent go: at once, or after the talk. True if it is gone now. */
    boolean dismiss(Agent agent) {
        agent.removed = true;
        if (agent.isTalking() || agent.state == AgentState.WRAP_UP) {
            plan(agent, Agent.Next.SIGN_OUT, "removed");
            return false;
        }
        if (agent.state == AgentState.RESERVED) {
            Offer offer = agent.offer();
            offers.agentGone(offer);
            leave(agent, "removed");
            offers.backToQueue(offer.contact);
        } else if (agent.isSignedIn()) {
            leave(agent, "removed");
        }
        return true;
    }

    /** The configuration has this agent again, who may still be in the talk after which it was to go. */
    void takeBack(Agent agent) {
        if (agent.removed) {
            agent.removed = false;
            plan(agent, Agent.Next.READY, "");
        }
    }

    private void leave(Agent agent, String reason) {
        agent.next = Agent.Next.READY;
        agent.desk = "";
        states.become(agent, AgentState.SIGNED_OUT, reason);
        if (agent.removed) {
            floor.agents.remove(agent.id());
        }
    }

    private void emptied(Agent agent) {
        for (String name : agent.queues()) {
            CallQueue queue = floor.queues.get(name);
            if (queue != null) {
                limits.leaveWhenEmpty(queue);
            }
        }
        patience.agentLeft(agent);
    }

    private static void plan(Agent agent, Agent.Next next, String reason) {
        agent.next = next;
        agent.nextReason = reason;
        if (next != Agent.Next.READY) {
            agent.unlist(); // no further chat beside those in progress
        }
    }
}
