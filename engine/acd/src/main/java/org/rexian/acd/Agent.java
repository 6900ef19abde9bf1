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

    private static final long QUEUES_OWN = -1;

    /** For which contacts the agent stands among the ready. */
    enum Listing {
        NOTHING,
        CHATS,
        EVERYTHING
    }

    final Deadline.OfAgent timer = new Deadline.OfAgent(this);

    /** One for each requirement class that this agent matches, and those classes in the same order. */
    final List<Candidate> candidates = new ArrayList<>();

    private final List<RequirementClass> classes = new ArrayList<>();

    /** Those who match it, in the order of the configuration. */
    final List<Reserve> reserves = new ArrayList<>();

    Listing listing = Listing.NOTHING;

    final Tally<AgentState> millisIn = new Tally<>(AgentState.class);
    final Tally<OfferEnd> offersEnded = new Tally<>(OfferEnd.class);

    /** Whom it talks to: one, or several chats. */
    final List<Contact> talks = new ArrayList<>(1);

    AgentState state = AgentState.SIGNED_OUT;
    String reason = "";
    long since;
    Next next = Next.READY;
    String nextReason = "";

    /** The account that rings for it while it sits at a shared desk, else empty. */
    String desk = "";

    /** What the registrar says of the phone; a static phone is never spoken of and counts as there. */
    boolean registered = true;

    /** The configuration holds this agent no more; it goes as soon as it is free. */
    boolean removed;

    /** Refused a chat beside others: takes none until one of them ends. */
    boolean declinesChats;

    /** Refused offers since the last answered one. */
    int refusals;

    /** Grows with each time that any agent became ready: the smallest has been idle longest. */
    long idleOrder;

    long idleSince;

    /** Number of its last offer, 0 before the first. */
    long lastOffer;

    long offered;
    long answered;

    long answeredSinceSignIn;

    long signedInAt;
    long busyMillisBefore;

    /** Place in the configuration. */
    long rank;

    /** Sum of what it is worth to the classes that it matches, as it was when it became ready. */
    long worth;

    private AcdConfiguration.AgentDefinition definition;

    /** Copied from the definition, for a call's way should touch as little cold memory as it can. */
    private String id;

    private long ownWrapUpMillis;
    private int chats;
    private Map<String, Integer> skills;
    private @Nullable Offer offer;

    Agent(AcdConfiguration.AgentDefinition definition, long now) {
        this.definition = definition;
        id = definition.id();
        skills = SortedCopies.of(definition.skills());
        ownWrapUpMillis = definition.wrapUpMillis().orElse(QUEUES_OWN);
        chats = definition.chats();
        since = now;
    }

    void redefine(AcdConfiguration.AgentDefinition replacement) {
        definition = replacement;
        id = replacement.id();
        skills = SortedCopies.of(replacement.skills());
        ownWrapUpMillis = replacement.wrapUpMillis().orElse(QUEUES_OWN);
        chats = replacement.chats();
    }

    void setSkills(Map<String, Integer> replacement) {
        skills = SortedCopies.of(replacement);
    }

    @Override
    public String id() {
        return id;
    }

    /** Its own time for notes, or else the queue's. */
    long wrapUpMillis(long ofQueue) {
        return ownWrapUpMillis == QUEUES_OWN ? ofQueue : ownWrapUpMillis;
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

    AcdConfiguration.AgentDefinition definition() {
        return definition;
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
        listing = Listing.NOTHING;
    }

    /** Stands among the ready of its classes from now on, save those that a reserve keeps it from. */
    void list(long now) {
        listing = isTalking() ? Listing.CHATS : Listing.EVERYTHING;
        worth = 0;
        for (RequirementClass each : classes) {
            worth += each.worthAt(now);
        }
        for (Candidate candidate : candidates) {
            if (isListedFor(candidate.requirementClass)) {
                candidate.requirementClass.add(candidate);
            }
        }
    }

    void unlist() {
        if (listing != Listing.NOTHING) {
            for (Candidate candidate : candidates) {
                candidate.requirementClass.remove(candidate);
            }
            listing = Listing.NOTHING;
        }
    }

    boolean isListed() {
        return listing != Listing.NOTHING;
    }

    boolean isListedFor(RequirementClass wanted) {
        boolean suits = listing == Listing.EVERYTHING || (listing == Listing.CHATS && wanted.chat());
        return suits && !isKeptFrom(wanted);
    }

    /** A reserve keeps it for others. */
    boolean isKeptFrom(RequirementClass wanted) {
        for (int i = 0; i < reserves.size(); i++) {
            if (reserves.get(i).keeps() && !reserves.get(i).isFor(wanted)) {
                return true;
            }
        }
        return false;
    }

    boolean isSignedIn() {
        return state != AgentState.SIGNED_OUT;
    }

    boolean isAtWork() {
        return isAtWork(state);
    }

    static boolean isAtWork(AgentState state) {
        return switch (state) {
            case SIGNED_OUT, NOT_READY, UNREACHABLE -> false;
            case READY, RESERVED, TALKING, HELD, WRAP_UP -> true;
        };
    }

    boolean isTalking() {
        return state == AgentState.TALKING || state == AgentState.HELD;
    }

    /** Talks to chats alone, and could take one more. */
    boolean hasRoomForChat() {
        return state == AgentState.TALKING
                && next == Next.READY
                && offer == null
                && !declinesChats
                && !removed
                && talks.size() < chats
                && talks.stream().allMatch(contact -> contact.kind == ContactKind.CHAT);
    }

    /** Share of the time since sign-in that it was busy. */
    long occupancyMillionths() {
        long time = idleSince - signedInAt;
        return time <= 0 ? 0 : (busyMillis() - busyMillisBefore) * 1_000_000 / time;
    }

    /** All the time that it has been rung, talked, held or wrapped up, up to its last change of state. */
    long busyMillis() {
        return millisIn.of(AgentState.RESERVED)
                + millisIn.of(AgentState.TALKING)
                + millisIn.of(AgentState.HELD)
                + millisIn.of(AgentState.WRAP_UP);
    }

    /** The offer that rings; there is one while RESERVED, and perhaps one beside chats. */
    Offer offer() {
        return Objects.requireNonNull(offer);
    }

    boolean isRung() {
        return offer != null;
    }

    void ring(Offer ringing) {
        offer = ringing;
        lastOffer = ringing.id;
        ringing.contact.ringing.add(ringing);
    }

    void stopRinging() {
        offer().contact.ringing.remove(offer());
        offer = null;
    }

    void talk(Contact contact) {
        talks.add(contact);
        contact.with(this);
    }

    void hangUp(Contact contact) {
        talks.remove(contact);
        contact.alone();
        declinesChats = false;
    }
}
