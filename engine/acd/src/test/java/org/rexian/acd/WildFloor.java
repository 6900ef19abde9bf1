package org.rexian.acd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdConfiguration.RingNoAnswer;
import org.rexian.acd.QueueDefinition.Overflow;

/**
 * Random days by seed with everything that a router can be told, on a floor where every policy, rule and kind of contact
 * occurs; most commands fit, for they are chosen by looking at the router.
 */
final class WildFloor {

    private static final String[] SKILLS = {"sales", "billing", "lang.bo-amdo", "客服"};
    private static final String[] NEEDS = {
        "",
        "",
        "billing >= 4",
        "sales or billing",
        "lang.bo-amdo in 2..6 never relax; billing; after 9s: any",
        "sales >= 6; prefer billing; after 4s: sales; when ewt > 6s: any",
        "not 客服"
    };
    private static final String[] TIERS = {"", "gold", "silver"};

    private final Random random;
    private final AcdCore core = new AcdCore();
    private final List<AcdCommand> played = new ArrayList<>();
    private final TreeSet<Long> offers = new TreeSet<>();
    private long now = 1_000_000;
    private long contacts;
    private int rejected;

    WildFloor(long seed) {
        random = new Random(seed);
    }

    int rejected() {
        return rejected;
    }

    List<AcdCommand> play(int commands) {
        apply(new AcdCommand.Configure(now, configuration()));
        while (played.size() < commands) {
            long last = now;
            now += random.nextInt(4) == 0 ? random.nextInt(6000) : random.nextInt(500);
            if (core.nextDeadline() <= now) {
                now = Math.max(last, core.nextDeadline());
                apply(new AcdCommand.Tick(now));
            } else {
                apply(next());
            }
        }
        return List.copyOf(played);
    }

    private void apply(AcdCommand command) {
        played.add(command);
        core.apply(command, this::see);
    }

    private void see(AcdEvent event) {
        switch (event) {
            case AcdEvent.AgentOffered offered -> offers.add(offered.offer());
            case AcdEvent.OfferCancelled over -> offers.remove(over.offer());
            case AcdEvent.Connected connected -> offers.remove(connected.offer());
            case AcdEvent.CommandRejected _ -> rejected++;
            default -> {}
        }
    }

    private AcdCommand next() {
        int dice = random.nextInt(1000);
        if (dice < 4) {
            return new AcdCommand.Configure(now, configuration());
        }
        if (dice < 300) {
            return enqueue();
        }
        if (dice < 520) {
            return ofOffer();
        }
        return dice < 760 ? ofContact() : ofAgent();
    }

    private AcdConfiguration configuration() {
        List<QueueDefinition> queues = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            if (random.nextInt(6) > 0 || i == 0) {
                names.add("q" + i);
            }
        }
        names.forEach(name -> queues.add(queue(name, names)));
        List<AgentDefinition> agents = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            if (random.nextInt(7) > 0) {
                List<String> serves =
                        names.stream().filter(name -> random.nextInt(3) > 0).toList();
                agents.add(new AgentDefinition(
                        "a" + i,
                        "A" + i,
                        "t" + i % 2,
                        skills(),
                        serves,
                        random.nextInt(4) == 0 ? OptionalLong.of(2000) : OptionalLong.empty(),
                        i == 0 ? List.of("t0", "t1") : List.of(),
                        random.nextInt(3)));
            }
        }
        return new AcdConfiguration(queues, agents, rules());
    }

    private RoutingRules rules() {
        List<RoutingRules.Reservation> kept = random.nextBoolean()
                ? List.of()
                : List.of(
                        new RoutingRules.Reservation("lang.bo-amdo", "", 1),
                        new RoutingRules.Reservation("", "gold", random.nextInt(3)));
        return new RoutingRules(
                any(RoutingRules.ContactChoice.values()),
                1000,
                random.nextBoolean() ? 0 : 500,
                List.of(
                        new RoutingRules.CustomerClass("gold", 3, 5000),
                        new RoutingRules.CustomerClass("silver", 1.5, 0)),
                kept,
                random.nextInt(100));
    }

    private QueueDefinition queue(String name, List<String> names) {
        QueueDefinition.Builder queue = QueueDefinition.named(name)
                .requirement(random.nextInt(3) == 0 ? "sales >= 3; after 8s: any" : "")
                .agentChoice(any(AgentChoice.values()))
                .ringAtOnce(1 + random.nextInt(3))
                .ringMillis(5000 + random.nextInt(10000))
                .wrapUpMillis(random.nextInt(3) == 0 ? 0 : 1000 + random.nextInt(9000))
                .ratio(1 + random.nextInt(3))
                .limits(new QueueDefinition.WaitLimits(
                        random.nextInt(3) == 0 ? 6 : 0,
                        random.nextInt(3) == 0 ? 30000 : 0,
                        random.nextInt(3) > 0,
                        random.nextInt(4) == 0))
                .ringNoAnswer(any(RingNoAnswer.values()));
        if (random.nextBoolean()) {
            queue.sticky(new QueueDefinition.Sticky(60_000, 5000));
        }
        String next = names.getLast();
        if (!name.equals(next) && random.nextBoolean()) { // towards the last one only: no circle
            queue.overflow(new Overflow(any(Overflow.When.values()), 1 + random.nextInt(3), next));
            queue.overflow(new Overflow(Overflow.When.WAIT, 7000, next));
        }
        return queue.build();
    }

    private Map<String, Integer> skills() {
        Map<String, Integer> skills = new TreeMap<>();
        for (String skill : SKILLS) {
            if (random.nextBoolean()) {
                skills.put(skill, 1 + random.nextInt(10));
            }
        }
        return skills;
    }

    private AcdCommand enqueue() {
        ContactKind kind = random.nextInt(3) > 0 ? ContactKind.VOICE : any(ContactKind.values());
        boolean dialled = kind == ContactKind.CALLBACK || kind == ContactKind.OUTBOUND;
        Optional<AgentWish> wish =
                random.nextInt(5) == 0 ? Optional.of(new AgentWish(agent(), 4000)) : Optional.empty();
        return new AcdCommand.Enqueue(
                now,
                ++contacts,
                kind,
                "q" + random.nextInt(4),
                any(NEEDS),
                any(TIERS),
                random.nextInt(3) == 0 ? random.nextInt(1001) : 0,
                random.nextBoolean() ? Map.of() : Map.of("k", "v", "from", "139"),
                new Standing(
                        "c" + random.nextInt(6),
                        random.nextInt(4) == 0 ? 5000 : 0,
                        wish,
                        dialled ? Optional.of(dialling()) : Optional.empty()));
    }

    private Dialling dialling() {
        long from = random.nextBoolean() ? 0 : now + 3000;
        return new Dialling("139", from, now + 20_000 + random.nextInt(60_000), 1 + random.nextInt(3), 2000);
    }

    private AcdCommand ofOffer() {
        long offer = offers.isEmpty() ? random.nextInt(100) : any(offers.toArray(new Long[0]));
        return random.nextInt(5) > 0
                ? new AcdCommand.OfferAccepted(now, offer)
                : new AcdCommand.OfferRejected(now, offer, any(RejectCause.values()));
    }

    private AcdCommand ofContact() {
        List<ContactView> all = core.contacts();
        if (all.isEmpty()) {
            return new AcdCommand.Abandon(now, random.nextInt(100));
        }
        ContactView contact = all.get(random.nextInt(all.size()));
        long id = contact.id();
        return switch (contact.stage()) {
            case WAITING, PARKED, RINGING -> ofWaiting(id);
            case DIALLING -> new AcdCommand.CallbackResult(now, id, any(DialResult.values()));
            case TALKING, HELD -> ofTalking(contact);
        };
    }

    private AcdCommand ofWaiting(long id) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new AcdCommand.Abandon(now, id);
            case 2 -> new AcdCommand.LeaveQueue(now, id, "key");
            case 3, 4 -> new AcdCommand.SetPriority(now, id, random.nextInt(1001));
            case 5 -> new AcdCommand.CallLost(now, id);
            default -> new AcdCommand.RequestCallback(now, id, dialling());
        };
    }

    private AcdCommand ofTalking(ContactView contact) {
        long id = contact.id();
        String to = "q" + random.nextInt(4);
        return switch (random.nextInt(12)) {
            case 0, 1 -> new AcdCommand.Hold(now, id, contact.stage() == ContactStage.TALKING);
            case 2 -> new AcdCommand.Transfer(now, id, to, any(NEEDS), 1000, Optional.of(new AgentWish(agent(), 3000)));
            case 3 -> new AcdCommand.Transfer(now, id, to, any(NEEDS), 0, Optional.empty());
            case 4 -> new AcdCommand.Requeue(now, id, "phone died");
            case 5 -> new AcdCommand.TakeOver(now, id, "a0");
            case 6 -> new AcdCommand.CompleteTransfer(now, id, another(id));
            case 7 -> new AcdCommand.CallLost(now, id);
            default -> new AcdCommand.TalkEnded(now, id, any(EndedBy.values()));
        };
    }

    private long another(long id) {
        return core.contacts().stream()
                .map(ContactView::id)
                .filter(other -> other != id)
                .findAny()
                .orElse(0L);
    }

    private AcdCommand ofAgent() {
        String agent = agent();
        AgentState state = core.agent(agent).map(AgentView::state).orElse(AgentState.READY);
        if (state == AgentState.SIGNED_OUT && random.nextInt(6) > 0) {
            return new AcdCommand.SignIn(now, agent, random.nextInt(4) == 0 ? "d" + random.nextInt(2) : "");
        }
        if (state == AgentState.NOT_READY && random.nextInt(6) > 0) {
            return new AcdCommand.Ready(now, agent);
        }
        if (state == AgentState.WRAP_UP && random.nextBoolean()) {
            return random.nextBoolean()
                    ? new AcdCommand.WrapUpEnded(now, agent)
                    : new AcdCommand.ExtendWrapUp(now, agent, 2000);
        }
        return switch (random.nextInt(12)) {
            case 0 -> new AcdCommand.SignOut(now, agent);
            case 1 -> new AcdCommand.NotReady(now, agent, "break");
            case 2 -> new AcdCommand.Reachable(now, agent, false);
            case 3, 4 -> new AcdCommand.SetSkills(now, agent, skills());
            case 5 -> new AcdCommand.CloseQueue(now, "q" + random.nextInt(4), random.nextInt(3) == 0);
            case 6, 7 -> new AcdCommand.OpenQueue(now, "q" + random.nextInt(4));
            case 8 -> new AcdCommand.Ready(now, agent);
            default -> new AcdCommand.Reachable(now, agent, true);
        };
    }

    private String agent() {
        return "a" + random.nextInt(9);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
