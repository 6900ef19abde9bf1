package org.rexian.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.ContactKind;
import org.rexian.acd.ContactView;

/** {@code /api/contacts} and {@code /api/callbacks}: who waits, rings or talks, and who wants to be called back. */
final class ContactsResource {

    private static final int MAX_LIST = 1_000;

    private final Router router;

    ContactsResource(Router router) {
        this.router = router;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/contacts", this::list);
        routes.get("/api/contacts/{id}", context -> Replies.json(context, contact(id(context))));
        routes.post("/api/contacts/{id}/priority", this::setPriority);
        routes.get(
                "/api/callbacks",
                context -> Replies.json(
                        context, Map.of("callbacks", here(contact -> contact.kind() == ContactKind.CALLBACK))));
    }

    private void list(Context context) throws InterruptedException {
        Optional<String> queue = Optional.ofNullable(context.queryParam("queue"));
        Replies.json(
                context,
                Map.of(
                        "contacts",
                        here(contact -> queue.isEmpty() || queue.get().equals(contact.queue()))));
    }

    /** In the order of their coming; {@value #MAX_LIST} at most. */
    private List<ContactView> here(Predicate<ContactView> wanted) throws InterruptedException {
        return router.ask(
                core -> core.contacts().stream().filter(wanted).limit(MAX_LIST).toList());
    }

    private void setPriority(Context context) throws InterruptedException {
        long id = id(context);
        contact(id);
        int priority = (int) Body.of(context, List.of("priority"))
                .number("priority", 0, 1_000)
                .orElseThrow(() -> ApiError.badRequest("'priority' is missing: 0 to 1000"));
        router.apply(at -> new AcdCommand.SetPriority(at, id, priority));
        Replies.json(context, contact(id));
    }

    private ContactView contact(long id) throws InterruptedException {
        return router.ask(core -> core.contact(id))
                .orElseThrow(() -> ApiError.notFound("there is no contact " + id + " now"));
    }

    static long id(Context context) {
        String text = context.pathParam("id");
        if (!text.matches("\\d{1,18}")) {
            throw ApiError.badRequest("a contact's id is a number");
        }
        return Long.parseLong(text);
    }
}
