package org.rexian.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rexian.acd.AgentExplanation;
import org.rexian.acd.ContactExplanation;
import org.rexian.server.Printable;
import org.rexian.server.storage.StoryArchive;
import org.rexian.server.why.Stories;
import org.rexian.server.why.Story;
import org.rexian.server.why.WhyText;

/** {@code /api/why}: why a contact waits or went the way it did, and why an agent is offered nobody. */
final class WhyResource {

    private final Router router;
    private final Sources sources;

    /** Where stories are: of contacts that are here, and of those that are over. */
    record Sources(Stories stories, StoryArchive archive) {}

    private record Live(Optional<ContactExplanation> why, Optional<Story> story) {}

    WhyResource(Router router, Sources sources) {
        this.router = router;
        this.sources = sources;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/why/contacts/{id}", this::contact);
        routes.get("/api/why/agents/{id}", this::agent);
    }

    private void contact(Context context) throws InterruptedException {
        long id = ContactsResource.id(context);
        Live live = router.ask(core -> new Live(core.why(id), sources.stories().of(id)));
        Optional<Story> story = live.story.or(() -> sources.archive().find(id));
        if (live.why.isEmpty() && story.isEmpty()) {
            throw ApiError.notFound("there is and was no contact " + id);
        }
        WhyText words = words(context);
        List<String> lines = new ArrayList<>();
        live.why.ifPresent(why -> lines.addAll(words.of(why)));
        story.ifPresent(told -> lines.addAll(words.of(told)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("text", lines);
        live.why.ifPresent(why -> answer.put("why", why));
        story.ifPresent(told -> answer.put("story", told));
        Replies.json(context, answer);
    }

    private void agent(Context context) throws InterruptedException {
        String id = context.pathParam("id");
        AgentExplanation why = router.ask(core -> core.whyAgent(id))
                .orElseThrow(() -> ApiError.notFound("there is no agent " + Printable.line(id)));
        Replies.json(context, Map.of("text", words(context).of(why), "why", why));
    }

    private WhyText words(Context context) {
        String language = Optional.ofNullable(context.queryParam("lang"))
                .or(() -> Optional.ofNullable(context.header("Accept-Language")))
                .orElse("en");
        return new WhyText(language, ZoneId.systemDefault(), router.now());
    }
}
