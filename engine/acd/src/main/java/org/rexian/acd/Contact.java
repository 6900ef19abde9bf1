package org.rexian.acd;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One contact from queue entry to end. As a heap node it sorts by its right to be served: priority, then arrival. The
 * arrival number stays with it whatever happens, so that it always comes back to its own place.
 */
final class Contact extends HeapNode {

    static final int HIGHEST_PRIORITY = 1000;
    static final long UNKNOWN_EWT = -1;

    final long id;
    final ContactKind kind;
    final CallQueue queue;
    final String requirement;
    final String customerClass;
    final Map<String, String> attributes;
    final long enqueuedAt;
    final WaitingLine.Place place;
    final Deadline.OfContact limit = new Deadline.OfContact(this);

    ContactStage stage = ContactStage.WAITING;
    int offers;

    /** No agent was free when it came. */
    boolean hadToWait;

    /** What the caller was told last; 0 and {@link #UNKNOWN_EWT} before the first time. */
    int toldPosition;

    long toldEwtMillis = UNKNOWN_EWT;

    private RequirementClass requirementClass;
    private @Nullable Agent agent;

    Contact(AcdCommand.Enqueue enqueue, CallQueue queue, RequirementClass requirementClass, long arrival) {
        id = enqueue.contact();
        kind = enqueue.kind();
        this.queue = queue;
        requirement = enqueue.requirement();
        this.requirementClass = requirementClass;
        customerClass = enqueue.customerClass();
        attributes = SortedCopies.of(enqueue.attributes());
        enqueuedAt = enqueue.at();
        minor = arrival;
        place = new WaitingLine.Place(arrival, enqueue.at(), this);
        setPriority(enqueue.priority());
    }

    int priority() {
        return (int) (HIGHEST_PRIORITY - major);
    }

    void setPriority(int priority) {
        major = (long) HIGHEST_PRIORITY - priority;
    }

    boolean isTalking() {
        return stage == ContactStage.TALKING || stage == ContactStage.HELD;
    }

    RequirementClass requirementClass() {
        return requirementClass;
    }

    void setRequirementClass(RequirementClass replacement) {
        requirementClass = replacement;
    }

    /** The agent who is rung or talks; there is one unless the contact waits. */
    Agent agent() {
        return Objects.requireNonNull(agent);
    }

    void with(Agent partner) {
        agent = partner;
    }

    void alone() {
        agent = null;
    }
}
