package org.rexian.acd;

import java.util.Optional;

/** Contacts that wait for one agent for a while: a caller who asks for 1001, a customer who talked to 1001 yesterday. */
final class Pins {

    private final Floor floor;

    Pins(Floor floor) {
        this.floor = floor;
    }

    static String problemOf(CallQueue queue, Optional<AgentWish> wish) {
        if (wish.isEmpty()) {
            boolean direct = queue.name.equals(QueueDefinition.DIRECT);
            return direct ? "queue " + queue.name + " wants to know which agent" : Shifts.DONE;
        }
        return queue.hasMember(wish.get().agent())
                ? Shifts.DONE
                : "agent " + wish.get().agent() + " does not serve queue " + queue.name;
    }

    /** Pins a contact that is in no line yet, if the agent is there at all. */
    void pin(Contact contact, Optional<AgentWish> wish) {
        contact.pinnedTo = "";
        if (wish.isPresent()) {
            pin(contact, wish.get().agent(), wish.get().waitMillis());
            return;
        }
        contact.queue
                .definition()
                .sticky()
                .ifPresent(sticky -> floor.lastTalks
                        .since(floor.now() - sticky.withinMillis(), contact.customer)
                        .ifPresent(agent -> pin(contact, agent, sticky.waitMillis())));
    }

    private void pin(Contact contact, String id, long waitMillis) {
        boolean direct = contact.queue.name.equals(QueueDefinition.DIRECT);
        boolean there = contact.queue.hasMember(id) && isThere(id);
        if (there || direct) {
            contact.pinnedTo = id;
            contact.pinnedUntil = there ? floor.now() + waitMillis : floor.now();
        }
    }

    /** At work, and not away from the desk. */
    boolean isThere(String id) {
        Agent agent = floor.agents.get(id);
        return agent != null && agent.isAtWork();
    }
}
