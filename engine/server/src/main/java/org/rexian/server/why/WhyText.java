package org.rexian.server.why;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.rexian.acd.AgentExplanation;
import org.rexian.acd.AgentExplanation.ContactVerdict;
import org.rexian.acd.AgentView;
import org.rexian.acd.ContactExplanation;
import org.rexian.acd.ContactExplanation.AgentVerdict;
import org.rexian.acd.ContactExplanation.Change;
import org.rexian.acd.ContactView;
import org.rexian.server.Printable;

/** Says in plain sentences, in English or Chinese, what the router knows of a contact or an agent. Immutable. */
public final class WhyText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int SHOWN = 20;

    private final Locale locale;
    private final ResourceBundle sentences;
    private final ZoneId zone;
    private final long now;

    /**
     * @param language such as {@code zh-CN}; whatever does not begin with {@code zh} is English
     * @param now epoch milliseconds
     */
    public WhyText(String language, ZoneId zone, long now) {
        this.locale = language.toLowerCase(Locale.ROOT).startsWith("zh") ? Locale.CHINESE : Locale.ROOT;
        this.sentences = ResourceBundle.getBundle(
                "org.rexian.server.why.why",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.zone = zone;
        this.now = now;
    }

    /** Why a contact still waits, who could serve it, what will change that. */
    public List<String> of(ContactExplanation why) {
        List<String> out = new ArrayList<>();
        head(out, why);
        out.add(why.agentsInAll() == 0 ? say("agents.none") : say("agents", Integer.toString(why.agentsInAll())));
        why.agents().stream().limit(SHOWN).forEach(agent -> out.add("  - " + agent(agent)));
        more(out, why.agentsInAll());
        if (!why.changes().isEmpty()) {
            out.add(say("changes"));
            why.changes().forEach(change -> out.add("  - " + change(change)));
        }
        return out;
    }

    private void head(List<String> out, ContactExplanation why) {
        ContactView contact = why.contact();
        out.add(say(
                "stage." + contact.stage().name(),
                Long.toString(contact.id()),
                contact.queue(),
                Integer.toString(contact.position()),
                time(contact.waitingSince()),
                span(now - contact.waitingSince()),
                contact.agent().orElse("")));
        if (contact.position() > 0) {
            out.add(contact.ewtMillis() < 0 ? say("ewt.unknown") : say("ewt", span(contact.ewtMillis())));
        }
        out.add(contact.asks().isEmpty() ? say("asks.any") : say("asks", contact.asks()));
        if (why.stepsTaken() > 0) {
            out.add(say("taken", Integer.toString(why.stepsTaken())));
        }
        if (!contact.waitsFor().isEmpty()) {
            out.add(say("pinned", contact.waitsFor()));
        }
    }

    private String agent(AgentVerdict verdict) {
        return say(
                "agent." + verdict.reason().name(),
                verdict.agent(),
                word(verdict.detail()),
                span(now - verdict.since()));
    }

    private String change(Change change) {
        String detail = change.detail().isEmpty() ? say("any") : change.detail();
        return say(
                "change." + change.what().name(),
                time(change.at()),
                change.at() <= now ? say("now") : span(change.at() - now),
                detail);
    }

    /** Why an agent is offered nobody. */
    public List<String> of(AgentExplanation why) {
        List<String> out = new ArrayList<>();
        AgentView agent = why.agent();
        out.add(say(
                agent.reason().isEmpty() ? "state.plain" : "state",
                agent.id(),
                word(agent.state().name()),
                time(agent.since()),
                span(now - agent.since()),
                agent.reason()));
        if (!agent.phoneRegistered()) {
            out.add(say("unregistered"));
        }
        why.reserves().forEach(reserve -> out.add(say("kept", reserve)));
        out.add(why.waitingInAll() == 0 ? say("nobody") : say("contacts", Integer.toString(why.waitingInAll())));
        why.contacts().stream().limit(SHOWN).forEach(contact -> out.add("  - " + contact(contact)));
        more(out, why.waitingInAll());
        return out;
    }

    private String contact(ContactVerdict verdict) {
        return say(
                "contact." + verdict.reason().name(),
                Long.toString(verdict.contact()),
                verdict.queue(),
                verdict.detail());
    }

    /** What was decided about a contact, a line a decision. */
    public List<String> of(Story story) {
        List<String> out = new ArrayList<>();
        out.add(say("story", Long.toString(story.contact()), Long.toString(story.call())));
        List<Decision> decisions = story.decisions();
        for (int i = 0; i < decisions.size(); i++) {
            if (story.left() > 0 && i == decisions.size() / 2) {
                out.add("  " + say("left", Integer.toString(story.left())));
            }
            out.add("  " + time(decisions.get(i).at()) + "  " + decision(decisions.get(i)));
        }
        return out;
    }

    private String decision(Decision decided) {
        boolean asks = decided.what().equals("queued") && !decided.detail().isEmpty();
        return say(
                "story." + decided.what() + (asks ? ".asks" : ""),
                decided.agent(),
                decided.queue(),
                decided.other(),
                word(decided.detail()),
                Long.toString(decided.number()),
                span(decided.number()));
    }

    private void more(List<String> out, int inAll) {
        if (inAll > SHOWN) {
            out.add("  " + say("more", Integer.toString(inAll - SHOWN)));
        }
    }

    /** One of the router's constants in the reader's language; any other text as it is. */
    private String word(String text) {
        String word = text.matches("[A-Z_]+") ? text.toLowerCase(Locale.ROOT).replace('_', '-') : text;
        return sentences.containsKey("word." + word) ? sentences.getString("word." + word) : word;
    }

    /** Callers' text may be among the parts: each is made printable. */
    private String say(String key, String... parts) {
        Object[] printable = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            printable[i] = Printable.line(parts[i]);
        }
        return new MessageFormat(sentences.getString(key), locale).format(printable);
    }

    private String time(long at) {
        return at <= 0 ? "" : TIME.format(Instant.ofEpochMilli(at).atZone(zone));
    }

    private static String span(long millis) {
        long seconds = Math.max(0, millis) / 1000;
        return seconds < 60
                ? seconds + " s"
                : seconds < 3600
                        ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
                        : String.format(Locale.ROOT, "%d:%02d:%02d h", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
