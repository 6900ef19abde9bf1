package org.rexian.server.why;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.rexian.acd.AcdEvent;
import org.rexian.call.CallObserver;
import org.rexian.call.CallRecord;
import org.rexian.server.acd.RouterListener;

/**
 * Keeps what was decided about each contact while it is here, hands the whole over when it has ended, and remembers the last ones for
 * as long as their writing takes. Hears of contacts on the ACD thread and is asked there; hears of calls on the call loop.
 */
public final class Stories implements RouterListener, CallObserver {

    /** Decisions kept of one contact: the first half and the last half of them. */
    static final int MOST_DECISIONS = 60;

    private static final int LAST_ENDED = 2_000;

    private final Consumer<Story> archive;
    private final Map<Long, Draft> open = new HashMap<>();
    private final Map<Long, Long> callByContact = new ConcurrentHashMap<>();
    private final Map<Long, Story> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Story> eldest) {
            return size() > LAST_ENDED;
        }
    };

    private static final class Draft {
        private final List<Decision> decisions = new ArrayList<>();
        private int left;

        void add(Decision decision) {
            decisions.add(decision);
            if (decisions.size() > MOST_DECISIONS) {
                decisions.remove(MOST_DECISIONS / 2);
                left++;
            }
        }
    }

    /** @param archive takes a story that is over; called on the ACD thread, so it may not block */
    public Stories(Consumer<Story> archive) {
        this.archive = archive;
    }

    @Override
    public void onCallStarted(long at, long id, String origin, String from, String to) {
        // a story begins in the queue
    }

    @Override
    public void onCallQueued(long id, long contact) {
        if (id != contact) {
            callByContact.put(contact, id);
        }
    }

    @Override
    public void onCallEnded(CallRecord record) {
        // the router's word ends the story
    }

    @Override
    public void onEvent(AcdEvent event) {
        Decision.of(event).ifPresent(this::add);
    }

    private void add(Decision.OfContact decided) {
        Draft draft = open.computeIfAbsent(decided.contact(), contact -> new Draft());
        draft.add(decided.decision());
        if (decided.isLast()) {
            Story story = story(decided.contact(), draft);
            open.remove(decided.contact());
            callByContact.remove(decided.contact());
            ended.put(decided.contact(), story);
            archive.accept(story);
        }
    }

    private Story story(long contact, Draft draft) {
        return new Story(
                contact, callByContact.getOrDefault(contact, contact), List.copyOf(draft.decisions), draft.left);
    }

    /** The story of a contact that is here, or ended a moment ago. On the ACD thread. */
    public Optional<Story> of(long contact) {
        Draft draft = open.get(contact);
        return draft == null ? Optional.ofNullable(ended.get(contact)) : Optional.of(story(contact, draft));
    }
}
