package org.rexian.acd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdConfiguration.RingNoAnswer;

/** Commands of every kind with any values, sensible or not, by seed. */
final class RandomCommands {

    private static final String[] TEXTS = {"", "a1", "billing >= 2", "客服", "\uD83D\uDE00", "\uD83D", "\u0000", "Ä\uFFFF"
    };

    private final Random random;
    private final List<Supplier<AcdCommand>> kinds = new ArrayList<>();

    RandomCommands(long seed) {
        random = new Random(seed);
        ofAgents();
        ofContacts();
        ofTheFloor();
    }

    AcdCommand next() {
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private void ofAgents() {
        kinds.add(() -> new AcdCommand.SignIn(number(), text(), text()));
        kinds.add(() -> new AcdCommand.SignOut(number(), text()));
        kinds.add(() -> new AcdCommand.Ready(number(), text()));
        kinds.add(() -> new AcdCommand.NotReady(number(), text(), text()));
        kinds.add(() -> new AcdCommand.Reachable(number(), text(), random.nextBoolean()));
        kinds.add(() -> new AcdCommand.OfferAccepted(number(), number()));
        kinds.add(() -> new AcdCommand.OfferRejected(number(), number(), any(RejectCause.values())));
        kinds.add(() -> new AcdCommand.WrapUpEnded(number(), text()));
        kinds.add(() -> new AcdCommand.ExtendWrapUp(number(), text(), number()));
        kinds.add(() -> new AcdCommand.SetSkills(number(), text(), skills()));
        kinds.add(() -> new AcdCommand.TakeOver(number(), number(), text()));
    }

    private void ofContacts() {
        kinds.add(() -> new AcdCommand.Enqueue(
                number(),
                number(),
                any(ContactKind.values()),
                text(),
                text(),
                text(),
                random.nextInt(),
                attributes(),
                new Standing(text(), number(), maybe(this::wish), maybe(this::dialling))));
        kinds.add(() -> new AcdCommand.Abandon(number(), number()));
        kinds.add(() -> new AcdCommand.LeaveQueue(number(), number(), text()));
        kinds.add(() -> new AcdCommand.Hold(number(), number(), random.nextBoolean()));
        kinds.add(() -> new AcdCommand.TalkEnded(number(), number(), any(EndedBy.values())));
        kinds.add(() -> new AcdCommand.Transfer(number(), number(), text(), text(), number(), maybe(this::wish)));
        kinds.add(() -> new AcdCommand.Requeue(number(), number(), text()));
        kinds.add(() -> new AcdCommand.CompleteTransfer(number(), number(), number()));
        kinds.add(() -> new AcdCommand.CallLost(number(), number()));
        kinds.add(() -> new AcdCommand.RequestCallback(number(), number(), dialling()));
        kinds.add(() -> new AcdCommand.CallbackResult(number(), number(), any(DialResult.values())));
        kinds.add(() -> new AcdCommand.SetPriority(number(), number(), random.nextInt()));
    }

    private void ofTheFloor() {
        kinds.add(() -> new AcdCommand.Configure(number(), configuration()));
        kinds.add(() -> new AcdCommand.OpenQueue(number(), text()));
        kinds.add(() -> new AcdCommand.CloseQueue(number(), text(), random.nextBoolean()));
        kinds.add(() -> new AcdCommand.Tick(number()));
    }

    AcdConfiguration configuration() {
        RoutingRules rules = new RoutingRules(
                any(RoutingRules.ContactChoice.values()),
                number(),
                number(),
                list(() -> new RoutingRules.CustomerClass(text(), random.nextGaussian(), number())),
                list(() -> new RoutingRules.Reservation(text(), text(), random.nextInt())),
                number());
        return new AcdConfiguration(list(this::queue), list(this::agent), rules);
    }

    private QueueDefinition queue() {
        return new QueueDefinition(
                text(),
                text(),
                any(AgentChoice.values()),
                random.nextInt(),
                number(),
                number(),
                number(),
                random.nextBoolean() ? Double.NaN : random.nextDouble(),
                new QueueDefinition.WaitLimits(random.nextInt(), number(), random.nextBoolean(), random.nextBoolean()),
                any(RingNoAnswer.values()),
                maybe(() -> new QueueDefinition.Sticky(number(), number())),
                list(() ->
                        new QueueDefinition.Overflow(any(QueueDefinition.Overflow.When.values()), number(), text())));
    }

    private AgentDefinition agent() {
        return new AgentDefinition(
                text(),
                text(),
                text(),
                skills(),
                list(this::text),
                random.nextBoolean() ? OptionalLong.of(number()) : OptionalLong.empty(),
                list(this::text),
                random.nextInt());
    }

    private AgentWish wish() {
        return new AgentWish(text(), number());
    }

    private Dialling dialling() {
        return new Dialling(text(), number(), number(), random.nextInt(), number());
    }

    private Map<String, Integer> skills() {
        Map<String, Integer> skills = new LinkedHashMap<>();
        list(this::text).forEach(name -> skills.put(name, random.nextInt()));
        return skills;
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        list(this::text).forEach(name -> attributes.put(name, text()));
        return attributes;
    }

    private long number() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextInt(200) - 100;
            case 2 -> any(new Long[] {0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE});
            default -> 1_700_000_000_000L + random.nextInt();
        };
    }

    private String text() {
        String text = any(TEXTS);
        return random.nextInt(50) == 0 ? text.repeat(500) : text;
    }

    private <T> List<T> list(Supplier<T> each) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            list.add(each.get());
        }
        return list;
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
