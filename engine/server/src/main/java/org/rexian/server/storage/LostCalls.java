package org.rexian.server.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rexian.acd.AcdCore;
import org.rexian.acd.ContactKind;
import org.rexian.acd.ContactStage;
import org.rexian.acd.ContactView;
import org.rexian.call.CallRecord;
import org.rexian.server.storage.CallLog.Begun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records of the calls that the engine took with it when it was killed: what the log of calls and the router still know of them. */
public final class LostCalls {

    /** Their cause. */
    public static final String CAUSE = "engine-restart";

    private static final Logger log = LoggerFactory.getLogger(LostCalls.class);

    private LostCalls() {}

    /**
     * Hands a record for each of them to the writer; one that had its record after all keeps that.
     *
     * @param core the router as it was at the last command
     * @param lastAt when that was, epoch milliseconds
     */
    public static void record(List<Begun> calls, AcdCore core, long lastAt, CallRecordWriter writer) {
        List<Begun> lost = new ArrayList<>(calls);
        lost.addAll(queuedAlone(core, calls));
        for (Begun call : lost) {
            writer.offer(recordOf(call, core.contact(call.id()), Math.max(call.at(), lastAt)));
        }
        if (!lost.isEmpty()) {
            log.info("{} calls were cut off by the end of the engine: records with cause {}", lost.size(), CAUSE);
        }
    }

    /** Calls of which the journal knows that they stood in a queue, while the log of calls had not been written so far. */
    private static List<Begun> queuedAlone(AcdCore core, List<Begun> known) {
        Set<Long> ids = known.stream().map(Begun::id).collect(Collectors.toSet());
        return core.contacts().stream()
                .filter(contact -> contact.kind() == ContactKind.VOICE)
                .filter(contact ->
                        Long.toString(contact.id()).equals(contact.attributes().get("call")))
                .filter(contact -> !ids.contains(contact.id()))
                .map(contact -> new Begun(
                        contact.waitingSince(),
                        contact.id(),
                        "",
                        contact.attributes().getOrDefault("number", ""),
                        ""))
                .toList();
    }

    private static CallRecord recordOf(Begun call, Optional<ContactView> contact, long endedAt) {
        boolean talked = contact.map(ContactView::stage)
                .filter(stage -> stage == ContactStage.TALKING || stage == ContactStage.HELD)
                .isPresent();
        return new CallRecord(
                call.id(),
                "",
                call.origin(),
                call.from(),
                call.to(),
                call.at(),
                0,
                endedAt,
                CAUSE,
                0,
                "",
                "",
                "",
                contact.map(ContactView::queue).orElse(""),
                talked ? contact.flatMap(ContactView::agent).orElse("") : "",
                contact.map(ContactView::waitingSince).orElse(0L),
                0,
                0,
                "",
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }
}
