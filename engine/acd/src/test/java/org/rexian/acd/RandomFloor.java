package org.rexian.acd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdConfiguration.RingNoAnswer;
import org.rexian.acd.QueueDefinition.Overflow;
import org.rexian.acd.QueueDefinition.Overflow.When;
import org.rexian.acd.RoutingRules.ContactChoice;

/** Random commands by seed, most of them fitting, some not, for a floor small enough that everything happens often. */
final class RandomFloor {

    private static final String[] SKILLS = {"sales", "billing", "lang.bo-amdo", "客服"};
    private static final String[] NEEDS = {
        "",
        "",
        "",
        "billing >= 4",
        "sales or billing",
        "lang.bo-amdo in 2..6",
        "not 客服",
        "agent == \"a1\"",
        "oops >",
        "lang.bo-amdo >= 5 never relax; billing >= 4; after 5s: billing; prefer sales",
        "sales >= 9; when ewt > 3s: sales; after 9s: any"
    };

    private static final List<AgentChoice> CHOICES = List.of(AgentChoice.values());
    private static final List<DialResult> RESULTS = List.of(DialResult.values());
    private static final List<RejectCause> REFUSALS = List.of(RejectCause.values());

    private final Random random;
    private final FloorModel model;
    private long now = 1_000_000;
    private long contacts;

    RandomFloor(long seed, FloorModel model) {
        random = new Random(seed);
        this.model = model;
    }

    AcdCommand next(long nextDeadline) {
        long last = now;
        now += random.nextInt(4) == 0 ? random.nextInt(9000) : random.nextInt(700);
        if (nextDeadline <= now) {
            now = Math.max(last, nextDeadline);
            return new AcdCommand.Tick(now);
        }
        int dice = random.nextInt(1000);
        if (dice < 2) {
            return new AcdCommand.Configure(now, configuration());
        }
        return dice < 420 ? ofContact(dice) : dice < 650 ? ofOffer() : ofAgent(dice);
    }

    AcdConfiguration configuration() {
        List<QueueDefinition> queues = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            if (random.nextInt(6) > 0 || i == 0) {
                names.add("q" + i);
                queues.add(queue("q" + i));
            }
        }
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
                        random.nextInt(4) == 0 ? OptionalLong.of(random.nextInt(4) * 1000L) : OptionalLong.empty(),
                        i < 3 ? List.of("t0", "t1") : List.of(),
                        1 + random.nextInt(3)));
            }
        }
        return new AcdConfiguration(queues, agents, rules());
    }

    private RoutingRules rules() {
        List<RoutingRules.Reservation> reservations = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            reservations.add(new RoutingRules.Reservation("lang.bo-amdo", "", 1 + random.nextInt(2)));
        }
        if (random.nextInt(3) == 0) {
            reservations.add(new RoutingRules.Reservation("", "gold", 1));
        }
        List<ContactChoice> choices = List.of(ContactChoice.values());
        return new RoutingRules(
                choices.get(random.nextInt(choices.size())),
                1000,
                random.nextInt(2) * 500L,
                List.of(new RoutingRules.CustomerClass("gold", 3, 5000)),
                reservations,
                7);
    }

    private QueueDefinition queue(String name) {
        QueueDefinition.Builder queue = QueueDefinition.named(name)
                .ringAtOnce(2)
                .ratio(1 + random.nextInt(3))
                .requirement(random.nextInt(3) == 0 ? "sales >= 3" : "")
                .agentChoice(CHOICES.get(random.nextInt(CHOICES.size())))
                .ringMillis(5000 + random.nextInt(10000))
                .wrapUpMillis(random.nextInt(3) == 0 ? 0 : 1000 + random.nextInt(9000))
                .limits(new QueueDefinition.WaitLimits(
                        random.nextInt(3) == 0 ? 6 : 0,
                        random.nextInt(3) == 0 ? 30000 : 0,
                        random.nextInt(3) > 0,
                        random.nextInt(3) == 0))
                .ringNoAnswer(random.nextBoolean() ? RingNoAnswer.NOT_READY : RingNoAnswer.UNREACHABLE);
        if (random.nextInt(3) == 0) {
            queue.sticky(new QueueDefinition.Sticky(60_000, 1 + random.nextInt(9000)));
        }
        // To the next queue alone, so that there is no circle; q0 is always there.
        if (random.nextInt(2) == 0 && !name.equals("q0")) {
            List<When> whens = List.of(When.values());
            queue.overflow(new Overflow(whens.get(random.nextInt(whens.size())), 1 + random.nextInt(4), "q0"));
            queue.overflow(new Overflow(When.WAIT, 5000, "q0"));
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

    private AcdCommand ofContact(int dice) {
        long contact = 1L + random.nextInt((int) Math.max(1, contacts + 1));
        List<Long> live = new ArrayList<>(model.callers.keySet());
        if (!live.isEmpty() && random.nextInt(20) > 0) {
            contact = live.get(random.nextInt(live.size()));
        }
        if (dice < 180) {
            long id = random.nextInt(30) == 0 ? contact : ++contacts;
            int priority = random.nextInt(3) == 0 ? random.nextInt(1002) : 0;
            String need = NEEDS[random.nextInt(NEEDS.length)];
            String queue = "q" + random.nextInt(4);
            String tier = random.nextInt(3) == 0 ? "gold" : "";
            ContactKind kind = random.nextInt(3) > 0 ? ContactKind.VOICE : ContactKind.CHAT;
            Standing standing = new Standing(
                    "13" + random.nextInt(5),
                    random.nextInt(4) == 0 ? random.nextInt(9000) : 0,
                    wish(),
                    dialling(kind));
            ContactKind asked = standing.dialling().isPresent() ? ContactKind.OUTBOUND : kind;
            return new AcdCommand.Enqueue(now, id, asked, queue, need, tier, priority, Map.of("k", "v"), standing);
        }
        if (dice < 220) {
            return new AcdCommand.Abandon(now, contact);
        }
        if (dice < 235) {
            return new AcdCommand.LeaveQueue(now, contact, "key");
        }
        if (dice < 260) {
            return new AcdCommand.SetPriority(now, contact, random.nextInt(1001));
        }
        if (dice < 275) {
            return moved(contact);
        }
        return dice < 300
                ? new AcdCommand.Hold(now, contact, random.nextBoolean())
                : new AcdCommand.TalkEnded(now, contact, EndedBy.AGENT);
    }

    private Optional<AgentWish> wish() {
        return random.nextInt(6) > 0
                ? Optional.empty()
                : Optional.of(new AgentWish("a" + random.nextInt(9), random.nextInt(9000)));
    }

    private Optional<Dialling> dialling(ContactKind kind) {
        boolean dials = kind == ContactKind.VOICE && random.nextInt(6) == 0;
        return dials ? Optional.of(dialling()) : Optional.empty();
    }

    private Dialling dialling() {
        long from = now + (random.nextBoolean() ? random.nextInt(9000) : 0);
        return new Dialling("138", from, from + 1000 + random.nextInt(60_000), 1 + random.nextInt(3), 2000);
    }

    private AcdCommand moved(long contact) {
        List<Long> live = new ArrayList<>(model.callers.keySet());
        long other = live.isEmpty() ? 1 : live.get(random.nextInt(live.size()));
        return switch (random.nextInt(7)) {
            case 0 -> new AcdCommand.Transfer(now, contact, "q" + random.nextInt(4), "", random.nextInt(3000), wish());
            case 1 -> new AcdCommand.Requeue(now, contact, "phone lost");
            case 2 -> new AcdCommand.CompleteTransfer(now, contact, other);
            case 3 -> new AcdCommand.TakeOver(now, contact, "a" + random.nextInt(3));
            case 4 -> new AcdCommand.RequestCallback(now, contact, dialling());
            case 5 -> new AcdCommand.CallLost(now, contact);
            default -> new AcdCommand.CallbackResult(now, contact, RESULTS.get(random.nextInt(RESULTS.size())));
        };
    }

    private AcdCommand ofOffer() {
        List<Long> live = new ArrayList<>(model.offers.keySet());
        long offer =
                live.isEmpty() || random.nextInt(20) == 0 ? random.nextInt(100) : live.get(random.nextInt(live.size()));
        if (random.nextInt(5) > 0) {
            return new AcdCommand.OfferAccepted(now, offer);
        }
        return new AcdCommand.OfferRejected(now, offer, REFUSALS.get(random.nextInt(4)));
    }

    private AcdCommand ofAgent(int dice) {
        String agent = "a" + random.nextInt(10);
        if (dice < 720) {
            return new AcdCommand.SignIn(now, agent);
        }
        if (dice < 900) {
            return new AcdCommand.Ready(now, agent);
        }
        return switch (random.nextInt(9)) {
            case 6 -> new AcdCommand.ExtendWrapUp(now, agent, random.nextInt(5000));
            case 7 -> new AcdCommand.OpenQueue(now, "q" + random.nextInt(4));
            case 8 ->
                random.nextInt(3) == 0
                        ? new AcdCommand.CloseQueue(now, "q" + random.nextInt(4), random.nextBoolean())
                        : new AcdCommand.SignIn(now, agent, "desk" + random.nextInt(2));
            case 0 -> new AcdCommand.SignOut(now, agent);
            case 1 -> new AcdCommand.NotReady(now, agent, "break");
            case 2 -> new AcdCommand.Reachable(now, agent, false);
            case 3 -> new AcdCommand.SetSkills(now, agent, skills());
            case 4 -> new AcdCommand.WrapUpEnded(now, agent);
            default -> new AcdCommand.Reachable(now, agent, true);
        };
    }
}
