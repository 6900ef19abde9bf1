package org.rexian.acd;

import java.util.List;
import org.rexian.acd.QueueDefinition.Overflow;
import org.rexian.acd.QueueDefinition.Overflow.When;
import org.rexian.acd.RequirementPlan.Step;
import org.rexian.acd.RequirementPlan.Trigger;

/** When something about a waiting contact changes by time alone: a contact has one deadline, the earliest of all. */
final class Watches {

    /** How often a condition is looked at that no command announces. */
    static final long LOOK_MILLIS = 5000;

    private static final long NEVER = Long.MAX_VALUE;

    private final Floor floor;

    Watches(Floor floor) {
        this.floor = floor;
    }

    /** Sets, moves or stops the contact's deadline, as things are now. */
    void watch(Contact contact) {
        long due = contact.stage == ContactStage.PARKED ? contact.parkedUntil : dueWhileWaiting(contact);
        if (contact.dialling.isPresent()) {
            due = Math.min(due, contact.dialling.get().notAfter() + 1);
        }
        if (due == NEVER) {
            floor.deadlines.cancel(contact.timer);
        } else {
            floor.deadlines.set(contact.timer, due);
        }
    }

    private long dueWhileWaiting(Contact contact) {
        QueueDefinition rules = contact.queue.definition();
        long maxWaitMillis = rules.limits().maxWaitMillis();
        boolean limited = maxWaitMillis > 0 && contact.kind != ContactKind.CALLBACK;
        long due = limited ? contact.waitingSince + maxWaitMillis : NEVER;
        if (contact.isPinned()) {
            due = Math.min(due, contact.pinnedUntil); // steps that came meanwhile are taken then
        } else {
            due = Math.min(due, nextStep(contact.queue.plan().steps(), contact.queueStep, contact));
            due = Math.min(due, nextStep(contact.wish.plan.steps(), contact.ownStep, contact));
        }
        for (Overflow rule : rules.overflow()) {
            if (rule.when() == When.WAIT) {
                long over = contact.waitingSince + rule.threshold();
                due = Math.min(due, Math.max(over, contact.lookAt));
            }
        }
        return due;
    }

    private static long nextStep(List<Step> steps, int taken, Contact contact) {
        long due = NEVER;
        for (int i = taken; i < steps.size(); i++) {
            Step step = steps.get(i);
            long at = step.trigger() == Trigger.WAIT ? contact.waitingSince + step.millis() : contact.lookAt;
            due = Math.min(due, at);
        }
        return due;
    }

    /** How many of the steps have come by now, {@code taken} of which had before. */
    int stepsBy(List<Step> steps, int taken, Contact contact, long ewtMillis) {
        for (int i = steps.size(); i > taken; i--) {
            Step step = steps.get(i - 1);
            boolean come = step.trigger() == Trigger.WAIT
                    ? floor.now() - contact.waitingSince >= step.millis()
                    : ewtMillis > step.millis();
            if (come) {
                return i;
            }
        }
        return taken;
    }
}
