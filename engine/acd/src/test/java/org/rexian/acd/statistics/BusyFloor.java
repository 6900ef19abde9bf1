package org.rexian.acd.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentState;
import org.rexian.acd.AgentView;
import org.rexian.acd.ContactKind;
import org.rexian.acd.ContactStage;
import org.rexian.acd.ContactView;
import org.rexian.acd.DialResult;
import org.rexian.acd.Dialling;
import org.rexian.acd.EndedBy;
import org.rexian.acd.QueueDefinition;
import org.rexian.acd.RejectCause;
import org.rexian.acd.RoutingRules;
import org.rexian.acd.Standing;

/**
 * Commands by seed, of every kind, for a small floor where all things happen often: contacts of all kinds, transfers, overflows,
 * callbacks, take-overs, consults, chats beside each other, restarts, teams and queues that change. Most fit, some are rejected.
 */
final class BusyFloor {

    private static final String[] NEEDS = {
        "", "", "sales", "billing >= 4; prefer sales", "sales or billing; after 20s: any", "oops >"
    };
    private static final String[] TIERS = {"", "gold", "silver"};
    private static final ContactKind[] KINDS = {
        ContactKind.VOICE,
        ContactKind.VOICE,
        ContactKind.VOICE,
        ContactKind.CHAT,
        ContactKind.CHAT,
        ContactKind.CALLBACK,
        ContactKind.OUTBOUND,
        ContactKind.CONSULT
    };

    private final Random random;
    private final AcdCore core;
    private final TreeSet<Long> contacts = new TreeSet<>();
    private final TreeSet<Long> offers = new TreeSet<>();
    private long now = 1_000_000;
    private long numbers;

    BusyFloor(long seed, AcdCore core) {
        random = new Random(seed);
        this.core = core;
    }

    /** Knows who is there by what is told. */
    void see(AcdEvent event) {
        switch (event) {
            case AcdEvent.ContactQueued e -> contacts.add(e.contact());
            case AcdEvent.ContactEnded e -> contacts.remove(e.contact());
            case AcdEvent.AgentOffered e -> offers.add(e.offer());
            case AcdEvent.OfferCancelled e -> offers.remove(e.offer());
            case AcdEvent.Connected e -> offers.remove(e.offer());
            default -> {}
        }
    }

    AcdCommand next() {
        long last = now;
        now += random.nextInt(4) == 0 ? random.nextInt(9000) : random.nextInt(700);
        if (core.nextDeadline() <= now) {
            now = Math.max(last, core.nextDeadline());
            return new AcdCommand.Tick(now);
        }
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> enqueue();
            case 3, 4, 5, 6 -> ofOffer();
            case 7, 8, 9, 10, 11 -> ofContact();
            case 12 -> random.nextInt(12) == 0 ? new AcdCommand.Configure(now, configuration()) : ofQueue();
            default -> ofAgent();
        };
    }

    AcdConfiguration configuration() {
        List<QueueDefinition> queues = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            if (random.nextInt(6) > 0 || i == 0) {
                queues.add(queue(i));
            }
        }
        List<AgentDefinition> agents = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            if (random.nextInt(7) > 0) {
                List<String> serves = queues.stream()
                        .map(QueueDefinition::name)
                        .filter(name -> random.nextInt(3) > 0)
                        .toList();
                agents.add(new AgentDefinition(
                        "a" + i,
                        "A" + i,
                        "t" + random.nextInt(3),
                        Map.of("sales", 1 + random.nextInt(9), "billing", 1 + random.nextInt(9)),
                        serves,
                        random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(8000)),
                        i < 3 ? List.of("t0", "t1", "t2") : List.of(),
                        random.nextInt(4)));
            }
        }
        return new AcdConfiguration(
                queues,
                agents,
                new RoutingRules(
                        RoutingRules.ContactChoice.SERVICE_LEVEL,
                        1000,
                        0,
                        List.of(new RoutingRules.CustomerClass("gold", 3, random.nextInt(2) * 8000L)),
                        List.of(),
                        1));
    }

    private QueueDefinition queue(int number) {
        QueueDefinition.Builder builder = QueueDefinition.named("q" + number)
                .requirement(random.nextInt(3) == 0 ? "sales >= 3" : "")
                .agentChoice(random.nextInt(3) == 0 ? AgentChoice.RING_ALL : AgentChoice.LONGEST_IDLE)
                .ringMillis(5000 + random.nextInt(10000))
                .wrapUpMillis(random.nextInt(3) == 0 ? 0 : 1000 + random.nextInt(9000))
                .serviceLevelMillis(2000 + random.nextInt(20000))
                .limits(new QueueDefinition.WaitLimits(
                        random.nextInt(3) == 0 ? 4 : 0,
                        random.nextInt(3) == 0 ? 30000 : 0,
                        random.nextInt(3) > 0,
                        random.nextInt(3) == 0));
        if (number == 0) {
            QueueDefinition.Overflow.When[] whens = QueueDefinition.Overflow.When.values();
            QueueDefinition.Overflow.When when = whens[random.nextInt(whens.length)];
            long threshold = when == QueueDefinition.Overflow.When.LENGTH ? 3 : 10_000;
            builder.overflow(new QueueDefinition.Overflow(when, threshold, "q1"));
        }
        return builder.build();
    }

    private AcdCommand enqueue() {
        ContactKind kind = KINDS[random.nextInt(KINDS.length)];
        boolean dials = kind == ContactKind.CALLBACK || kind == ContactKind.OUTBOUND;
        Standing standing = new Standing(
                "", random.nextInt(3) * 5000L, Optional.empty(), dials ? Optional.of(dialling()) : Optional.empty());
        return new AcdCommand.Enqueue(
                now,
                random.nextInt(40) == 0 ? anyContact() : ++numbers,
                kind,
                "q" + random.nextInt(4),
                NEEDS[random.nextInt(NEEDS.length)],
                TIERS[random.nextInt(TIERS.length)],
                0,
                Map.of(),
                standing);
    }

    private Dialling dialling() {
        return new Dialling(
                "13800000000",
                now + random.nextInt(3) * 5000L,
                now + 6000 + random.nextInt(120_000),
                1 + random.nextInt(3),
                1000 + random.nextInt(20_000));
    }

    private AcdCommand ofOffer() {
        long offer = random.nextInt(20) == 0 ? random.nextInt(100) : any(offers);
        if (random.nextInt(4) > 0) {
            return new AcdCommand.OfferAccepted(now, offer);
        }
        RejectCause[] causes = RejectCause.values();
        return new AcdCommand.OfferRejected(now, offer, causes[random.nextInt(causes.length)]);
    }

    private AcdCommand ofContact() {
        long contact = anyContact();
        Optional<ContactStage> stage = core.contact(contact).map(ContactView::stage);
        if (stage.isPresent() && stage.get() == ContactStage.DIALLING && random.nextInt(3) > 0) {
            DialResult[] results = DialResult.values();
            return new AcdCommand.CallbackResult(
                    now, contact, results[random.nextBoolean() ? 0 : random.nextInt(results.length)]);
        }
        boolean talks = stage.isPresent() && (stage.get() == ContactStage.TALKING || stage.get() == ContactStage.HELD);
        return talks && random.nextInt(10) > 0 ? ofTalk(contact) : ofWaiting(contact);
    }

    private AcdCommand ofWaiting(long contact) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new AcdCommand.Abandon(now, contact);
            case 2 -> new AcdCommand.LeaveQueue(now, contact, "key");
            case 3, 4 -> new AcdCommand.RequestCallback(now, contact, dialling());
            case 5 -> new AcdCommand.SetPriority(now, contact, random.nextInt(1001));
            case 6 ->
                random.nextInt(6) == 0
                        ? new AcdCommand.CallLost(now, contact)
                        : new AcdCommand.CallbackResult(now, contact, DialResult.ANSWERED);
            default -> new AcdCommand.TalkEnded(now, contact, EndedBy.AGENT);
        };
    }

    private AcdCommand ofTalk(long contact) {
        return switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> new AcdCommand.Hold(now, contact, random.nextBoolean());
            case 4, 5 ->
                new AcdCommand.Transfer(
                        now,
                        contact,
                        "q" + random.nextInt(4),
                        NEEDS[random.nextInt(4)],
                        random.nextInt(20_000),
                        Optional.empty());
            case 6 -> new AcdCommand.Requeue(now, contact, "phone died");
            case 7, 8 -> new AcdCommand.TakeOver(now, contact, "a" + random.nextInt(4));
            case 9 -> new AcdCommand.CompleteTransfer(now, contact, consult());
            case 10 ->
                random.nextInt(4) == 0 ? new AcdCommand.CallLost(now, contact) : new AcdCommand.Abandon(now, contact);
            default -> new AcdCommand.TalkEnded(now, contact, EndedBy.CALLER);
        };
    }

    private long consult() {
        for (AgentView agent : core.agents()) {
            if (agent.contact().isPresent() && agent.state() == AgentState.TALKING && random.nextInt(3) > 0) {
                return agent.contact().getAsLong();
            }
        }
        return anyContact();
    }

    private AcdCommand ofQueue() {
        String queue = "q" + random.nextInt(4);
        return random.nextInt(4) == 0
                ? new AcdCommand.CloseQueue(now, queue, random.nextBoolean())
                : new AcdCommand.OpenQueue(now, queue);
    }

    private AcdCommand ofAgent() {
        String agent = "a" + random.nextInt(10);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new AcdCommand.SignIn(now, agent);
            case 3, 4, 5, 6 -> new AcdCommand.Ready(now, agent);
            case 7 -> new AcdCommand.SignOut(now, agent);
            case 8 -> new AcdCommand.NotReady(now, agent, "break");
            case 9 -> new AcdCommand.ExtendWrapUp(now, agent, 3000);
            case 10 -> new AcdCommand.WrapUpEnded(now, agent);
            default -> new AcdCommand.Reachable(now, agent, random.nextInt(3) > 0);
        };
    }

    private long anyContact() {
        return any(contacts);
    }

    private long any(Set<Long> of) {
        return of.isEmpty() ? 1 : List.copyOf(of).get(random.nextInt(of.size()));
    }
}
