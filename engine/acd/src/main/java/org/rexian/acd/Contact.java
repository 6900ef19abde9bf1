package org.rexian.acd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One contact from its first queue entry to its end, however often it moves. As a heap node it sorts by its right to be
 * served ({@link ContactOrder#placeOf}), then by arrival. The arrival number stays with it as long as it stays in its queue,
 * so that it always comes back to its own place.
 */
final class Contact extends HeapNode {

    static final int HIGHEST_PRIORITY = 1000;
    static final long UNKNOWN_EWT = -1;

    /** Nobody waits longer: 30 days. Keeps priorities apart where they come before age. */
    static final long LONGEST_LIFE_MILLIS = 30L * 24 * 3_600_000;

    final long id;
    final String customer;
    final String customerClass;
    final Map<String, String> attributes;
    final Deadline.OfContact timer = new Deadline.OfContact(this);

    /** The offers that ring for it: one, save under ring-all. */
    final List<Offer> ringing = new ArrayList<>(1);

    ContactKind kind;
    ContactStage stage = ContactStage.WAITING;
    CallQueue queue;
    String requirement;
    Wish wish;
    WaitingLine.Place place;

    /** When it entered the queue, or the first one of those that overflowed into each other. */
    long waitingSince;

    long ageCreditMillis;

    /** Its agent was lost in mid-talk: it goes before everybody else. */
    boolean first;

    /** How many steps of the queue's plan and of its own have come. */
    int queueStep;

    int ownStep;

    /** When its conditions that no command announces are looked at next. */
    long lookAt;

    /** The agent whom alone it waits for, until then; empty if anyone. */
    String pinnedTo = "";

    long pinnedUntil;

    /** Callbacks: how to dial, how often it was tried, and when it may be offered again. */
    Optional<Dialling> dialling;

    int tries;
    long parkedUntil;

    int offers;
    long talkingSince;

    /** No agent was free when it came. */
    boolean hadToWait;

    /** When it joined the line, every agent at work in its queue could have served it. */
    boolean forAnyone;

    /** What the caller was told last; 0 and {@link #UNKNOWN_EWT} before the first time. */
    int toldPosition;

    long toldEwtMillis = UNKNOWN_EWT;

    private int priority;
    private RequirementClass requirementClass;
    private @Nullable Agent agent;

    Contact(AcdCommand.Enqueue enqueue, CallQueue queue, Wish wish, long arrival) {
        id = enqueue.contact();
        kind = enqueue.kind();
        this.queue = queue;
        this.wish = wish;
        requirement = enqueue.requirement();
        requirementClass = queue.everyone();
        customer = enqueue.standing().customer();
        customerClass = enqueue.customerClass();
        attributes = SortedCopies.of(enqueue.attributes());
        waitingSince = enqueue.at();
        lookAt = enqueue.at();
        ageCreditMillis = enqueue.standing().ageCreditMillis();
        dialling = enqueue.standing().dialling();
        priority = enqueue.priority();
        minor = arrival;
        place = new WaitingLine.Place(arrival, enqueue.at(), this);
    }

    /** A new turn in a queue: last of those with the same right. */
    void enters(CallQueue next, Wish asking, long arrival, long since) {
        queue = next;
        wish = asking;
        minor = arrival;
        waitingSince = since;
        place = new WaitingLine.Place(arrival, since, this);
        queueStep = 0;
        toldPosition = 0;
        toldEwtMillis = UNKNOWN_EWT;
    }

    int priority() {
        return priority;
    }

    void setPriority(int replacement) {
        priority = replacement;
    }

    /** Where it stands among the others; only while it is in no line and no heap. */
    void takePlace(RoutingRules rules) {
        major = ContactOrder.placeOf(this, rules);
    }

    boolean isTalking() {
        return stage == ContactStage.TALKING || stage == ContactStage.HELD;
    }

    /** It has an agent for itself: it talks, or its customer is being dialled. */
    boolean isServed() {
        return isTalking() || stage == ContactStage.DIALLING;
    }

    boolean isPinned() {
        return !pinnedTo.isEmpty();
    }

    RequirementClass requirementClass() {
        return requirementClass;
    }

    /** The class that follows from its queue, its steps and the agent it waits for. */
    RequirementClass wanted() {
        boolean chat = kind == ContactKind.CHAT;
        return isPinned()
                ? wish.pinned(pinnedTo, customerClass, chat)
                : wish.classAt(queueStep, ownStep, customerClass, chat);
    }

    void setRequirementClass(RequirementClass replacement) {
        requirementClass = replacement;
    }

    /** The agent who talks; there is one while the contact is served. */
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
