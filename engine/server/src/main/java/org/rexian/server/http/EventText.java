package org.rexian.server.http;

import java.util.Locale;
import org.rexian.acd.AcdEvent;
import org.rexian.call.CallRecord;
import org.rexian.server.Json;
import org.rexian.server.live.CallsSnapshot.ActiveCall;
import org.rexian.server.live.LiveSnapshot;
import tools.jackson.databind.node.ObjectNode;

/** What happened, as one line of JSON for the event stream: {@code type} first, then the fields of the event. */
final class EventText {

    private EventText() {}

    static String of(Object happened) {
        return switch (happened) {
            case AcdEvent.CommandRejected e -> {
                ObjectNode node = typed("command-rejected", e);
                node.put("command", kebab(e.command().getClass().getSimpleName()));
                yield node.toString();
            }
            case AcdEvent e -> typed(kebab(e.getClass().getSimpleName()), e).toString();
            case ActiveCall call -> typed("call-started", call).toString();
            case CallRecord call -> typed("call-ended", CallSummary.of(call)).toString();
            case LiveSnapshot snapshot -> typed("snapshot", snapshot).toString();
            default -> throw new IllegalStateException("no event: " + happened.getClass());
        };
    }

    private static ObjectNode typed(String type, Object fields) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("type", type);
        node.setAll(Json.mapper().<ObjectNode>valueToTree(fields));
        return node;
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
