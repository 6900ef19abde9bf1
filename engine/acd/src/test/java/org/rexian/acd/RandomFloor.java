package org.rexian.acd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdConfiguration.RingNoAnswer;

/** Random commands by seed, most of them fitting, some not, for a floor small enough that everything happens often. */
final class RandomFloor {

    private static final String[] SKILLS = {"sales", "billing", "lang.bo-amdo", "客服"};
    private static final String[] NEEDS = {
        "", "", "", "billing >= 4", "sales or billing", "lang.bo-amdo in 2..6", "not 客服", "agent == \"a1\"", "oops >"
    };

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
                agents.add(new AgentDefinition("a" + i, "A" + i, "t" + i % 2, skills(), serves));
            }
        }
        return new AcdConfiguration(queues, agents, rules());
    }

    private static RoutingRules rules() {
        return new RoutingRules(RoutingRules.ContactChoice.PRIORITY_THEN_FIFO, 1000, 0, List.of(), List.of(), 1);
    }

    private QueueDefinition queue(String name) {
        return QueueDefinition.named(name)
                .requirement(random.nextInt(3) == 0 ? "sales >= 3" : "")
                .agentChoice(random.nextBoolean() ? AgentChoice.BEST_SKILL : AgentChoice.LONGEST_IDLE)
                .ringMillis(5000 + random.nextInt(10000))
                .wrapUpMillis(random.nextInt(3) == 0 ? 0 : 1000 + random.nextInt(9000))
                .limits(new QueueDefinition.WaitLimits(
                        random.nextInt(3) == 0 ? 6 : 0,
                        random.nextInt(3) == 0 ? 30000 : 0,
                        random.nextInt(3) > 0,
                        random.nextInt(3) == 0))
                .ringNoAnswer(random.nextBoolean() ? RingNoAnswer.NOT_READY : RingNoAnswer.UNREACHABLE)
                .build();
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
            return new AcdCommand.Enqueue(now, id, ContactKind.VOICE, queue, need, "gold", priority, Map.of("k", "v"));
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
        return dice < 300
                ? new AcdCommand.Hold(now, contact, random.nextBoolean())
                : new AcdCommand.TalkEnded(now, contact, EndedBy.AGENT);
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
        return switch (random.nextInt(6)) {
            case 0 -> new AcdCommand.SignOut(now, agent);
            case 1 -> new AcdCommand.NotReady(now, agent, "break");
            case 2 -> new AcdCommand.Reachable(now, agent, false);
            case 3 -> new AcdCommand.SetSkills(now, agent, skills());
            case 4 -> new AcdCommand.WrapUpEnded(now, agent);
            default -> new AcdCommand.Reachable(now, agent, true);
        };
    }
}
