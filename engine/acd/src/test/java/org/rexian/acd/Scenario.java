package org.rexian.acd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdConfiguration.RingNoAnswer;
import org.rexian.acd.QueueDefinition.Overflow.When;

/**
 * Plays a scenario file against a router and gives back the same file with the events that came. Lines:
 *
 * <pre>
 * queue sales ring=15 wrapup=0 requirement="sales >= 2"     collected until "configure"
 * agent ann sales skills=sales:3,billing:2 team=a
 * at 0s configure | ann signs in | ann ready | ann not ready lunch | ann signs out | ann wraps up | ann phone off|on
 * at 1s c1 enters sales [needs="billing"] [priority=5]
 * at 1s c1 abandons | leaves | hangs up by agent | hold | unhold | priority 7
 * at 2s ann accepts | rejects busy      the offer that rings at ann, or rang last
 * at 3s ann skills sales:5
 * at 9s tick                            and every deadline on the way to any time fires by itself
 *   => what was emitted, one line an event
 * ? queue sales | agent ann | contact c1 | waiting sales       a view, answered by a line "= ..."
 * </pre>
 */
final class Scenario {

    private final AcdCore core = new AcdCore();
    private final List<String> output = new ArrayList<>();
    private final Map<String, QueueDefinition> queues = new LinkedHashMap<>();
    private final Map<String, AgentDefinition> agents = new LinkedHashMap<>();
    private final Map<String, Long> contacts = new HashMap<>();
    private final Map<Long, String> contactNames = new HashMap<>();
    private final Map<String, Long> lastOffer = new HashMap<>();
    private RoutingRules rules =
            new RoutingRules(RoutingRules.ContactChoice.PRIORITY_THEN_FIFO, 1000, 0, List.of(), List.of(), 1);
    private long now;
    private long commandAt;

    /** The scenario as it went, to be compared with the scenario as written. */
    static String play(String text) {
        Scenario scenario = new Scenario();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                scenario.output.add(line);
            } else if (!line.startsWith("  =")) {
                scenario.output.add(line);
                scenario.line(line);
            }
        }
        return String.join("\n", scenario.output) + "\n";
    }

    private void line(String line) {
        String[] words = words(line);
        switch (words[0]) {
            case "queue" -> queues.put(words[1], queue(words));
            case "agent" -> agents.put(words[1], agent(words));
            case "rules" -> rules = rules(words);
            case "drop" -> {
                queues.remove(words[1]);
                agents.remove(words[1]);
            }
            case "at" -> {
                commandAt = millis(words[1]);
                advance(commandAt);
                command(java.util.Arrays.copyOfRange(words, 2, words.length));
            }
            case "?" -> view(words[1], words[2]);
            default -> throw new IllegalArgumentException(line);
        }
    }

    private void advance(long to) {
        while (core.nextDeadline() <= to) {
            now = core.nextDeadline();
            apply(new AcdCommand.Tick(now));
        }
        now = to;
    }

    private void apply(AcdCommand command) {
        core.apply(command, event -> output.add("  => " + told(event)));
    }

    private void command(String[] w) {
        switch (w[0]) {
            case "tick" -> apply(new AcdCommand.Tick(now));
            case "configure" -> apply(new AcdCommand.Configure(now, configuration()));
            default -> actor(w);
        }
    }

    private AcdConfiguration configuration() {
        return new AcdConfiguration(List.copyOf(queues.values()), List.copyOf(agents.values()), rules);
    }

    private void actor(String[] w) {
        String rest = String.join(" ", List.of(w).subList(1, w.length));
        String who = w[0];
        long contact = contacts.getOrDefault(who, 0L);
        if (rest.startsWith("enters ")) {
            contacts.computeIfAbsent(who, name -> contacts.size() + 1L);
            contactNames.put(contacts.get(who), who);
            Map<String, String> options = options(w, 3);
            apply(new AcdCommand.Enqueue(
                    now,
                    contacts.get(who),
                    ContactKind.valueOf(upper(options.getOrDefault("kind", "voice"))),
                    w[2],
                    options.getOrDefault("needs", ""),
                    options.getOrDefault("class", ""),
                    Integer.parseInt(options.getOrDefault("priority", "0")),
                    Map.of("name", who),
                    standing(options)));
            return;
        }
        apply(
                switch (rest) {
                    case "abandons" -> new AcdCommand.Abandon(now, contact);
                    case "leaves" -> new AcdCommand.LeaveQueue(now, contact, "key");
                    case "hold" -> new AcdCommand.Hold(now, contact, true);
                    case "unhold" -> new AcdCommand.Hold(now, contact, false);
                    case "signs in" -> new AcdCommand.SignIn(now, who);
                    case "signs out" -> new AcdCommand.SignOut(now, who);
                    case "ready" -> new AcdCommand.Ready(now, who);
                    case "wraps up" -> new AcdCommand.WrapUpEnded(now, who);
                    case "lost" -> new AcdCommand.CallLost(now, contact);
                    case "opens" -> new AcdCommand.OpenQueue(now, who);
                    case "closes" -> new AcdCommand.CloseQueue(now, who, false);
                    case "closes and sends away" -> new AcdCommand.CloseQueue(now, who, true);
                    case "phone on" -> new AcdCommand.Reachable(now, who, true);
                    case "phone off" -> new AcdCommand.Reachable(now, who, false);
                    case "accepts" -> new AcdCommand.OfferAccepted(now, lastOffer.getOrDefault(who, 0L));
                    default -> withValue(who, rest, w[w.length - 1], contact);
                });
    }

    private AcdCommand withValue(String who, String rest, String last, long contact) {
        String verb = rest.substring(0, rest.length() - last.length()).trim();
        return switch (verb) {
            case "rejects" ->
                new AcdCommand.OfferRejected(now, lastOffer.getOrDefault(who, 0L), RejectCause.valueOf(upper(last)));
            case "not ready" -> new AcdCommand.NotReady(now, who, last);
            case "hangs up by" -> new AcdCommand.TalkEnded(now, contact, EndedBy.valueOf(upper(last)));
            case "priority" -> new AcdCommand.SetPriority(now, contact, Integer.parseInt(last));
            case "signs in at" -> new AcdCommand.SignIn(now, who, last);
            case "extends wrap-up by" -> new AcdCommand.ExtendWrapUp(now, who, millis(last));
            case "goes back:" -> new AcdCommand.Requeue(now, contact, last);
            case "moves to" -> transfer(contact, last);
            case "goes on with" -> new AcdCommand.CompleteTransfer(now, contact, contacts.getOrDefault(last, 0L));
            case "takes over" -> new AcdCommand.TakeOver(now, contacts.getOrDefault(last, 0L), who);
            case "wants a callback" -> new AcdCommand.RequestCallback(now, contact, dialling(last));
            case "dialled:" -> new AcdCommand.CallbackResult(now, contact, DialResult.valueOf(upper(last)));
            case "skills" -> new AcdCommand.SetSkills(now, who, skills(last));
            default -> throw new IllegalArgumentException(who + " " + rest);
        };
    }

    /** {@code queue}, {@code queue:agent:20s}. */
    private AcdCommand transfer(long contact, String to) {
        String[] parts = to.split(":", -1);
        Optional<AgentWish> wish =
                parts.length < 3 ? Optional.empty() : Optional.of(new AgentWish(parts[1], millis(parts[2])));
        return new AcdCommand.Transfer(now, contact, parts[0], "", 0, wish);
    }

    /** {@code number:from:to:tries:pause}. */
    private static Dialling dialling(String text) {
        String[] parts = text.split(":", -1);
        return new Dialling(parts[0], millis(parts[1]), millis(parts[2]), Integer.parseInt(parts[3]), millis(parts[4]));
    }

    private static Standing standing(Map<String, String> options) {
        String[] wish = options.getOrDefault("wish", "").split(":", -1);
        return new Standing(
                options.getOrDefault("customer", ""),
                millis(options.getOrDefault("credit", "0s")),
                wish.length < 2 ? Optional.empty() : Optional.of(new AgentWish(wish[0], millis(wish[1]))),
                Optional.ofNullable(options.get("dial")).map(Scenario::dialling));
    }

    private String told(AcdEvent event) {
        return switch (event) {
            case AcdEvent.Configured e -> "configured: " + e.queues() + " queues, " + e.agents() + " agents";
            case AcdEvent.ContactQueued e -> name(e.contact()) + " queued in " + e.queue() + " at " + e.position();
            case AcdEvent.AgentOffered e -> {
                lastOffer.put(e.agent(), e.offer());
                yield stamp(event) + name(e.contact()) + " offered to " + e.agent() + ": " + e.reason();
            }
            case AcdEvent.OfferCancelled e ->
                stamp(event) + name(e.contact()) + " no longer offered to " + e.agent() + ": " + e.cause();
            case AcdEvent.Connected e ->
                name(e.contact()) + " connected with " + e.agent() + " after " + seconds(e.waitMillis());
            case AcdEvent.PositionChanged e ->
                stamp(event) + name(e.contact()) + " at position " + e.position()
                        + (e.ewtMillis() < 0 ? "" : ", wait " + seconds(e.ewtMillis()));
            case AcdEvent.LimitReached e -> stamp(event) + name(e.contact()) + " meets limit " + e.limit();
            case AcdEvent.AgentStateChanged e ->
                stamp(event) + e.agent() + " " + e.from() + " -> " + e.to() + ": " + e.reason();
            case AcdEvent.ContactEnded e -> stamp(event) + name(e.contact()) + " ended: " + e.cause();
            case AcdEvent.RequirementRelaxed e ->
                stamp(event) + name(e.contact()) + " asks for \"" + e.requirement() + "\" by step " + e.step() + ": "
                        + e.reason();
            case AcdEvent.Overflowed e ->
                stamp(event) + name(e.contact()) + " overflows from " + e.from() + " to " + e.to() + ": " + e.reason();
            case AcdEvent.Transferred e ->
                name(e.contact()) + " transferred by " + e.agent() + " from " + e.from() + " to " + e.to();
            case AcdEvent.Requeued e ->
                name(e.contact()) + " back at the head of " + e.queue() + " from " + e.agent() + ": " + e.reason();
            case AcdEvent.TakenOver e ->
                name(e.contact()) + " goes from " + e.from() + " to " + e.to() + ": " + e.reason();
            case AcdEvent.CallbackRequested e ->
                name(e.contact()) + " will be called back at " + e.dialling().number();
            case AcdEvent.DialCustomer e ->
                "dial " + e.number() + " for " + name(e.contact()) + " and " + e.agent() + ", try " + e.attempt();
            case AcdEvent.DialFailed e ->
                name(e.contact()) + " not reached: " + e.result() + ", try " + e.attempt()
                        + (e.retryAt() < 0 ? "" : ", again at " + seconds(e.retryAt()));
            case AcdEvent.QueueOpenChanged e -> e.queue() + (e.open() ? " opened" : " closed");
            case AcdEvent.CommandRejected e -> "rejected: " + e.reason();
        };
    }

    /** The time, where it is not the one on the line above. */
    private String stamp(AcdEvent event) {
        return event.at() == commandAt ? "" : "at " + seconds(event.at()) + " ";
    }

    private void view(String kind, String name) {
        switch (kind) {
            case "queue" -> core.queue(name).ifPresent(q -> output.add("  = " + told(q)));
            case "agent" -> core.agent(name).ifPresent(a -> output.add("  = " + told(a)));
            case "contact" ->
                core.contact(contacts.getOrDefault(name, 0L)).ifPresent(c -> output.add("  = " + told(c)));
            case "why" -> why(name);
            case "waiting" -> core.waiting(name).forEach(c -> output.add("  = " + told(c)));
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private void why(String name) {
        core.whyAgent(name).ifPresent(why -> {
            why.reserves().forEach(reserve -> output.add("  = " + reserve));
            why.contacts().forEach(c -> output.add("  = " + name(c.contact()) + " " + c.reason() + " " + c.detail()));
        });
        core.why(contacts.getOrDefault(name, 0L)).ifPresent(why -> {
            output.add("  = asks for \"" + why.contact().asks() + "\" after " + why.stepsTaken() + " steps");
            why.agents().forEach(a -> output.add("  = " + a.agent() + " " + a.reason() + " " + a.detail()));
            why.changes()
                    .forEach(c -> output.add(
                            "  = " + (c.at() < 0 ? "" : "at " + seconds(c.at()) + " ") + c.what() + " " + c.detail()));
        });
    }

    private static String told(QueueView q) {
        return q.waiting() + " wait, " + q.ringing() + " ring, " + q.agentsReady() + " of " + q.agentsSignedIn()
                + " ready, offered " + q.offered() + " = answered " + q.answered() + " ("
                + q.answeredWithinServiceLevel() + " in time) + abandoned " + q.abandoned() + " + left " + q.left()
                + " + limits "
                + q.limitExits().values().stream().mapToLong(n -> n).sum() + " + present";
    }

    private static String told(AgentView a) {
        StringBuilder text = new StringBuilder(
                a.state() + " then " + a.afterTalk() + ", offered " + a.offered() + ", answered " + a.answered());
        a.offersEnded().forEach((end, n) -> text.append(n == 0 ? "" : ", " + end + " " + n));
        a.millisIn().forEach((state, n) -> text.append(n == 0 ? "" : ", " + state + " " + seconds(n)));
        return text.toString();
    }

    private String told(ContactView c) {
        return name(c.id()) + " " + c.stage() + c.agent().map(a -> " with " + a).orElse("") + ", position "
                + c.position() + ", priority " + c.priority() + ", since " + seconds(c.waitingSince()) + ", ewt "
                + c.ewtMillis();
    }

    private String name(long contact) {
        return contactNames.getOrDefault(contact, "?" + contact);
    }

    private static QueueDefinition queue(String[] words) {
        Map<String, String> o = options(words, 2);
        QueueDefinition.Builder queue = QueueDefinition.named(words[1])
                .ringAtOnce(Integer.parseInt(o.getOrDefault("atonce", "2")))
                .ratio(Double.parseDouble(o.getOrDefault("ratio", "1")))
                .requirement(o.getOrDefault("requirement", ""))
                .agentChoice(
                        o.containsKey("best")
                                ? AgentChoice.BEST_SKILL
                                : AgentChoice.valueOf(upper(o.getOrDefault("choice", "longest_idle"))))
                .ringMillis(millis(o.getOrDefault("ring", "15s")))
                .wrapUpMillis(millis(o.getOrDefault("wrapup", "0s")))
                .serviceLevelMillis(millis(o.getOrDefault("level", "20s")))
                .limits(new QueueDefinition.WaitLimits(
                        Integer.parseInt(o.getOrDefault("room", "0")),
                        millis(o.getOrDefault("maxwait", "0s")),
                        !o.containsKey("nojoinempty"),
                        o.containsKey("leavewhenempty")))
                .ringNoAnswer(o.containsKey("unreachable") ? RingNoAnswer.UNREACHABLE : RingNoAnswer.NOT_READY);
        if (o.containsKey("sticky")) {
            String[] times = o.get("sticky").split(":", -1);
            queue.sticky(new QueueDefinition.Sticky(millis(times[0]), millis(times[1])));
        }
        for (String rule : o.getOrDefault("overflow", "").split(",", -1)) {
            String[] parts = rule.split(":", -1);
            if (parts.length == 3) {
                When when = When.valueOf(upper(parts[0]));
                long threshold = parts[1].endsWith("s") ? millis(parts[1]) : Long.parseLong("0" + parts[1]);
                queue.overflow(new QueueDefinition.Overflow(when, threshold, parts[2]));
            }
        }
        return queue.build();
    }

    /** {@code rules choice=service_level class=gold:3:10s reserve='a >= 1'::2 aging=1s}. */
    private static RoutingRules rules(String[] words) {
        Map<String, String> o = options(words, 1);
        List<RoutingRules.CustomerClass> classes = new ArrayList<>();
        for (String tier : o.getOrDefault("class", "").split(",", -1)) {
            String[] parts = tier.split(":", -1);
            if (parts.length == 3) {
                classes.add(new RoutingRules.CustomerClass(parts[0], Double.parseDouble(parts[1]), millis(parts[2])));
            }
        }
        List<RoutingRules.Reservation> reservations = new ArrayList<>();
        for (String reserve : o.getOrDefault("reserve", "").split(",", -1)) {
            String[] parts = reserve.split(":", -1);
            if (parts.length == 3) {
                reservations.add(new RoutingRules.Reservation(parts[0], parts[1], Integer.parseInt(parts[2])));
            }
        }
        return new RoutingRules(
                RoutingRules.ContactChoice.valueOf(upper(o.getOrDefault("choice", "service_level"))),
                millis(o.getOrDefault("point", "1s")),
                millis(o.getOrDefault("aging", "0s")),
                classes,
                reservations,
                1);
    }

    private static AgentDefinition agent(String[] words) {
        Map<String, String> o = options(words, 3);
        return new AgentDefinition(
                words[1],
                words[1],
                o.getOrDefault("team", ""),
                skills(o.getOrDefault("skills", "")),
                List.of(words[2].split(",", -1)),
                o.containsKey("wrapup") ? OptionalLong.of(millis(o.get("wrapup"))) : OptionalLong.empty(),
                o.containsKey("supervises") ? List.of(o.get("supervises")) : List.of(),
                Integer.parseInt(o.getOrDefault("chats", "1")));
    }

    private static Map<String, Integer> skills(String text) {
        Map<String, Integer> skills = new TreeMap<>();
        for (String skill : text.isEmpty() || text.equals("none") ? new String[0] : text.split(",", -1)) {
            String[] parts = skill.split(":", -1);
            skills.put(parts[0], Integer.parseInt(parts[1]));
        }
        return skills;
    }

    private static Map<String, String> options(String[] words, int from) {
        Map<String, String> options = new HashMap<>();
        for (int i = from; i < words.length; i++) {
            String[] parts = words[i].split("=", 2);
            options.put(parts[0], parts.length == 1 ? "" : parts[1].replace("'", "\""));
        }
        return options;
    }

    /** Words between blanks; an apostrophe-free quoted part keeps its blanks: {@code needs="a and b"}. */
    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char c : (line + " ").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                }
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        return words.toArray(String[]::new);
    }

    private static String upper(String text) {
        return text.toUpperCase(java.util.Locale.ROOT);
    }

    private static long millis(String text) {
        return Math.round(Double.parseDouble(text.substring(0, text.length() - 1)) * 1000);
    }

    private static String seconds(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }
}
