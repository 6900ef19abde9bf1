package org.rexian.server.config;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rexian.acd.QueueDefinition;
import org.rexian.call.Directory.CallbackTerms;
import org.rexian.call.TalkCodes;
import org.rexian.call.TalkCodes.Function;
import org.rexian.call.TalkSettings;
import org.rexian.call.TalkSettings.AgentLost;

/**
 * What agents can do in talks, and where talks can be sent.
 *
 * @param queueCodes digits that stand for a queue
 * @param trunk trunk of calls that we make, empty for none
 * @param from number that the called party sees, empty for the caller's own
 */
public record TalkConfiguration(
        TalkSettings settings,
        Map<String, String> queueCodes,
        Optional<String> trunk,
        String from,
        long ringMillis,
        CallbackTerms callbacks) {

    static final Key<Optional<String>> TRUNK = Key.of(
            "trunk",
            Kinds.OPTIONAL_TEXT,
            "",
            "Trunk for calls that we make: transfers and consults outside, callbacks. Empty: none of them.");
    static final Key<Optional<String>> FROM =
            Key.of("from", Kinds.OPTIONAL_TEXT, "", "Number that such calls show; empty for the caller's own number.");
    static final Key<Long> RING =
            Key.of("ring", Kinds.duration("5s", "5m"), "45s", "How long a number outside is rung.");
    static final Key<Long> CALLBACK_WINDOW = Key.of(
            "callback-window",
            Kinds.duration("1m", "7d"),
            "1d",
            "For how long a caller who asked for it is called back.");
    static final Key<Integer> CALLBACK_TRIES =
            Key.of("callback-tries", Kinds.count(1, 20), "3", "How often such a caller is dialled at most.");
    static final Key<Long> CALLBACK_RETRY =
            Key.of("callback-retry", Kinds.duration("0", "1d"), "5m", "Pause between two tries.");
    static final Key<AgentLost> LOST = Key.of(
            "agent-lost",
            Kinds.choice(AgentLost.class),
            "requeue",
            "When an agent's phone dies in a talk: back to the head of the queue with a word of excuse, or on as if the"
                    + " agent had hung up.");
    static final Key<Long> DIRECT_WAIT = Key.of(
            "direct-wait", Kinds.duration("1s", "1h"), "20s", "How long a transfer or consult waits for one agent.");
    static final Key<Long> EXTEND =
            Key.of("extend-wrap-up", Kinds.duration("1s", "1h"), "60s", "What the code for more wrap-up gives.");
    static final Key<Long> INTER_DIGIT = Key.of(
            "inter-digit", Kinds.duration("500ms", "20s"), "3s", "After so long without a key a number is complete.");
    static final Key<String> AUTO_ANSWER = Key.list(
            "auto-answer", Kinds.NAME_KIND, "", "SIP accounts whose phones are asked to answer by themselves.");
    static final Key<String> QUEUE_CODES =
            Key.map("queue-codes", Kinds.NAME_KIND, "Digits to queue, for phones without letters: `80: sales`.");

    private static final Map<Function, Key<String>> CODES = codes();

    static final Table TABLE = Table.one(
            "talk",
            "What agents can do in talks, by keys or from the desktop.",
            Stream.<Key<?>>concat(
                            CODES.values().stream(),
                            Stream.of(
                                    INTER_DIGIT,
                                    QUEUE_CODES,
                                    TRUNK,
                                    FROM,
                                    RING,
                                    CALLBACK_WINDOW,
                                    CALLBACK_TRIES,
                                    CALLBACK_RETRY,
                                    LOST,
                                    DIRECT_WAIT,
                                    EXTEND,
                                    AUTO_ANSWER))
                    .toList(),
            OpeningTable.TABLE);

    private static Map<Function, Key<String>> codes() {
        Map<Function, Key<String>> keys = new LinkedHashMap<>();
        for (Function function : Function.values()) {
            keys.put(function, Key.of(Kinds.word(function), Kinds.KEY_SEQUENCE, function.usual(), does(function)));
        }
        return keys;
    }

    private static String does(Function function) {
        return switch (function) {
            case HOLD -> "Keys in a talk: the caller hears music; once more takes the caller back.";
            case TRANSFER -> "Sends the caller to the agent, queue or number that follows.";
            case CONSULT -> "Asks whoever follows while the caller holds.";
            case COMPLETE -> "Leaves the caller to whoever was asked.";
            case CONFERENCE -> "All three together.";
            case RETRIEVE -> "Back to the caller.";
            case SURVEY -> "Ends the talk; the flow goes on with the caller.";
        };
    }

    static TalkConfiguration read(Section talk, SipConfiguration sip, AcdSetup acd) {
        List<String> queues =
                acd.configuration().queues().stream().map(QueueDefinition::name).toList();
        check(talk, sip, queues);
        Map<Function, String> codes = new EnumMap<>(Function.class);
        CODES.forEach((function, key) -> codes.put(function, code(talk, key, codes)));
        TalkSettings settings = new TalkSettings(
                new TalkCodes(codes, talk.get(INTER_DIGIT)),
                OpeningTable.readAll(talk.sections(OpeningTable.TABLE), queues),
                talk.get(LOST),
                talk.get(DIRECT_WAIT),
                talk.get(EXTEND),
                Set.copyOf(talk.list(AUTO_ANSWER)));
        return new TalkConfiguration(
                settings,
                Map.copyOf(talk.map(QUEUE_CODES)),
                talk.get(TRUNK),
                talk.get(FROM).orElse(""),
                talk.get(RING),
                new CallbackTerms(talk.get(CALLBACK_WINDOW), talk.get(CALLBACK_TRIES), talk.get(CALLBACK_RETRY)));
    }

    private static void check(Section talk, SipConfiguration sip, List<String> queues) {
        List<String> trunks = sip.trunks().stream()
                .filter(trunk -> trunk.host().isPresent())
                .map(TrunkConfiguration::name)
                .toList();
        talk.get(TRUNK)
                .filter(trunk -> !trunks.contains(trunk))
                .ifPresent(trunk -> talk.problem(
                        TRUNK,
                        "trunk: there is no trunk '" + trunk + "' that has a host",
                        Spelling.hint(trunk, trunks)));
        talk.map(QUEUE_CODES).forEach((digits, queue) -> {
            if (!queues.contains(queue)) {
                talk.problem(
                        QUEUE_CODES, "queue-codes: there is no queue '" + queue + "'", Spelling.hint(queue, queues));
            }
            if (!digits.matches("[0-9]{1,12}")) {
                talk.problem(QUEUE_CODES, "queue-codes: '" + digits + "' can't be pressed", "use up to 12 digits");
            }
        });
        List<String> accounts =
                sip.accounts().stream().map(AccountConfiguration::user).toList();
        List<String> answering = talk.list(AUTO_ANSWER);
        for (int i = 0; i < answering.size(); i++) {
            String account = answering.get(i);
            if (!accounts.contains(account)) {
                talk.problem(
                        AUTO_ANSWER,
                        i,
                        "auto-answer: there is no SIP account '" + account + "'",
                        Spelling.hint(account, accounts));
            }
        }
    }

    private static String code(Section talk, Key<String> key, Map<Function, String> before) {
        String code = talk.get(key);
        if (!code.startsWith("*")) {
            talk.problem(key, key.name() + ": a code in a talk begins with *", "write \"*" + code + "\"");
        }
        before.values().stream()
                .filter(other -> other.startsWith(code) || code.startsWith(other))
                .findFirst()
                .ifPresent(other -> talk.problem(
                        key, key.name() + ": " + code + " and " + other + " begin alike", "give each its own"));
        return code;
    }
}
