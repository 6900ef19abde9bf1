package org.rexian.acd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One agent, however many queues it serves. {@link AgentStates} alone changes {@code state}. */
final class Agent implements Requirement.Holder {

    /** What the agent asked for while busy; it happens after wrap-up. */
    enum Next {
        READY,
        NOT_READY,
        SIGN_OUT
    }

    final Deadline.OfAgent timer = new Deadline.OfAgent(this);

    /** One for each requirement class that this agent matches, and those classes in the same order. */
    private final List<Candidate> candidates = new ArrayList<>();

    private final List<RequirementClass> classes = new ArrayList<>();

    /** Its candidates stand among the ready of their classes. */
    private boolean listed;

    final Tally<AgentState> millisIn = new Tally<>(AgentState.class);
    final Tally<OfferEnd> offersEnded = new Tally<>(OfferEnd.class);

    AgentState state = AgentState.SIGNED_OUT;
    String reason = "";
    long since;
    Next next = Next.READY;
    String nextReason = "";

    /** What the registrar says of the phone; a static phone is never spoken of and counts as there. */
    boolean registered = true;

    /** The configuration holds this agent no more; it goes as soon as it is free. */
    boolean removed;

    /** Refused offers since the last answered one. */
    int refusals;

    /** Grows with each time that any agent became ready: the smallest has been idle longest. */
    long idleOrder;

    long idleSince;

    long offered;
    long answered;

    private AcdConfiguration.AgentDefinition definition;
    private Map<String, Integer> skills;
    private @Nullable Offer offer;
    private @Nullable Contact contact;

    Agent(AcdConfiguration.AgentDefinition definition, long now) {
        this.definition = definition;
        skills = SortedCopies.of(definition.skills());
        since = now;
    }

    void redefine(AcdConfiguration.AgentDefinition replacement) {
        definition = replacement;
        skills = SortedCopies.of(replacement.skills());
    }

    void setSkills(Map<String, Integer> replacement) {
        skills = SortedCopies.of(replacement);
    }

    @Override
    public String id() {
        return definition.id();
    }

    String name() {
        return definition.name();
    }

    @Override
    public String team() {
        return definition.team();
    }

    List<String> queues() {
        return definition.queues();
    }

    Map<String, Integer> skills() {
        return skills;
    }

    @Override
    public int level(String skill) {
        return skills.getOrDefault(skill, Requirement.NO_LEVEL);
    }

    List<Candidate> candidates() {
        return candidates;
    }

    /** The classes alone, for a freed agent looks at each of them and a candidate would be one more cold line of memory. */
    List<RequirementClass> classes() {
        return classes;
    }

    void addCandidate(Candidate candidate) {
        candidates.add(candidate);
        classes.add(candidate.requirementClass);
    }

    @SuppressWarnings("ReferenceEquality") // The very class is meant.
    void forget(RequirementClass unused) {
        candidates.removeIf(candidate -> candidate.requirementClass == unused);
        classes.removeIf(each -> each == unused);
    }

    void forgetAll() {
        candidates.clear();
        classes.clear();
        listed = false;
    }

    /** Stands among the ready of every class from now on. */
    void list() {
        for (Candidate candidate : candidates) {
            candidate.requirementClass.add(candidate);
        }
        listed = true;
    }

    void unlist() {
        if (listed) {
            for (Candidate candidate : candidates) {
                candidate.requirementClass.remove(candidate);
            }
            listed = false;
        }
    }

    boolean isListed() {
        return listed;
    }

    boolean isSignedIn() {
        return state != AgentState.SIGNED_OUT;
    }

    boolean isTalking() {
        return state == AgentState.TALKING || state == AgentState.HELD;
    }

    /** The offer that rings; there is one while RESERVED. */
    Offer offer() {
        return Objects.requireNonNull(offer);
    }

    /** The contact in talk; there is one while TALKING or HELD. */
    Contact contact() {
        return Objects.requireNonNull(contact);
    }

    void ring(Offer ringing) {
        offer = ringing;
        ringing.contact.with(this);
    }

    void stopRinging() {
        offer().contact.alone();
        offer = null;
    }

    void talk() {
        contact = offer().contact;
        offer = null;
    }

    void hangUp() {
        contact().alone();
        contact = null;
    }
}
