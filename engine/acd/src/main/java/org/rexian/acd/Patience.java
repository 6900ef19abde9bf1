package org.rexian.acd;

import java.util.List;
import org.rexian.acd.QueueDefinition.Overflow.When;
import org.rexian.acd.RequirementPlan.Step;
import org.rexian.acd.RequirementPlan.Trigger;

/** What a wait leads to by its mere length: the named agent is waited for no longer, less is asked, another queue, the limit. */
final class Patience {

    private final Floor floor;
    private final Routing routing;
    private final Watches watches;
    private final Entrance entrance;
    private final Limits limits;
    private final Pins pins;

    Patience(Floor floor, Routing routing, Watches watches, Entrance entrance, Limits limits, Pins pins) {
        this.floor = floor;
        this.routing = routing;
        this.watches = watches;
        this.entrance = entrance;
        this.limits = limits;
        this.pins = pins;
    }

    /** The contact's deadline has come; it waits in the line. Whoever rings or talks by now is looked at when it comes back. */
    void due(Contact contact) {
        contact.lookAt = floor.now() + Watches.LOOK_MILLIS;
        if (contact.isPinned() && floor.now() >= contact.pinnedUntil && unpinned(contact, "waited long enough for")) {
            return;
        }
        if (contact.stage == ContactStage.WAITING && !contact.isPinned()) {
            relax(contact);
        }
        if (contact.stage == ContactStage.WAITING && entrance.overflows(contact, When.WAIT)) {
            return;
        }
        if (contact.stage == ContactStage.WAITING && limitIsOver(contact)) {
            limits.waitOver(contact);
            return;
        }
        watches.watch(contact);
    }

    private boolean limitIsOver(Contact contact) {
        long maxWaitMillis = contact.queue.definition().limits().maxWaitMillis();
        return maxWaitMillis > 0
                && contact.kind != ContactKind.CALLBACK
                && floor.now() - contact.waitingSince >= maxWaitMillis;
    }

    /** The agents of these classes are gone: who waits for one of them alone waits for anybody now. */
    void agentLeft(Agent agent) {
        for (RequirementClass each : List.copyOf(agent.classes())) {
            while (each.signedIn() == 0
                    && !each.waiting.isEmpty()
                    && each.waiting.first().isPinned()) {
                Contact contact = each.waiting.first();
                if (!unpinned(contact, "signed out:")) {
                    watches.watch(contact);
                }
            }
        }
    }

    /** Waits for the agent no longer; in {@link QueueDefinition#DIRECT} there is nobody else. True if that was the end. */
    private boolean unpinned(Contact contact, String why) {
        String agent = contact.pinnedTo;
        contact.pinnedTo = "";
        if (contact.queue.name.equals(QueueDefinition.DIRECT)) {
            routing.leaveLine(contact);
            entrance.exit(contact, pins.isThere(agent) ? QueueLimit.MAX_WAIT : QueueLimit.NO_AGENTS);
            return true;
        }
        relaxed(contact, 0, why + " agent " + agent);
        routing.reconsider(contact);
        return false;
    }

    /** Takes the steps that have come, the queue's own first. */
    void relax(Contact contact) {
        List<Step> ofQueue = contact.queue.plan().steps();
        List<Step> own = contact.wish.plan.steps();
        if (contact.queueStep == ofQueue.size() && contact.ownStep == own.size()) {
            return;
        }
        long ewt = PositionRounds.ewtOf(contact, contact.queue.line.positionOf(contact), floor.now());
        int queueStep = watches.stepsBy(ofQueue, contact.queueStep, contact, ewt);
        int ownStep = watches.stepsBy(own, contact.ownStep, contact, ewt);
        if (queueStep == contact.queueStep && ownStep == contact.ownStep) {
            return;
        }
        boolean byQueue = ownStep == contact.ownStep;
        contact.queueStep = queueStep;
        contact.ownStep = ownStep;
        Step step = byQueue ? ofQueue.get(queueStep - 1) : own.get(ownStep - 1);
        relaxed(contact, queueStep + ownStep, reasonOf(step, contact, ewt));
        routing.reconsider(contact);
    }

    private String reasonOf(Step step, Contact contact, long ewt) {
        return step.trigger() == Trigger.WAIT
                ? "waited " + (floor.now() - contact.waitingSince) / 1000 + "s"
                : "expected wait " + ewt / 1000 + "s";
    }

    private void relaxed(Contact contact, int step, String reason) {
        String asked = contact.wanted().requirement().toString();
        floor.emit(new AcdEvent.RequirementRelaxed(
                floor.now(), contact.id, contact.queue.name, step, asked.isEmpty() ? "any" : asked, reason));
    }
}
