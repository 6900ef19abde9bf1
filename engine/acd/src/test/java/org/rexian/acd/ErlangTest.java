package org.rexian.acd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.AgentDefinition;

/** The router against queueing theory: 50 agents, 48 calls a minute, one minute each. */
class ErlangTest {

    private static final int AGENTS = 50;
    private static final double ARRIVAL_MILLIS = 60_000.0 / 48;
    private static final double SERVICE_MILLIS = 60_000;

    private record Due(long at, long order, AcdCommand command) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    /** One day, in which agents answer at once. Patience 0 is for ever. */
    private static final class Day {
        private final AcdCore core = new AcdCore();
        private final PriorityQueue<Due> due = new PriorityQueue<>();
        private final long[] arrivals;
        private final long[] services;
        private final long[] waits;
        private long order;
        private int abandoned;

        Day(long seed, int calls, double patienceMillis) {
            Random random = new Random(seed);
            arrivals = new long[calls];
            services = new long[calls];
            waits = new long[calls];
            double at = 0;
            for (int i = 0; i < calls; i++) {
                at += exponential(random, ARRIVAL_MILLIS);
                arrivals[i] = Math.round(at);
                services[i] = Math.round(exponential(random, SERVICE_MILLIS));
                plan(enqueue(i));
                if (patienceMillis > 0) {
                    plan(new AcdCommand.Abandon(arrivals[i] + Math.round(exponential(random, patienceMillis)), i));
                }
            }
        }

        void run() {
            openTheDoors();
            while (!due.isEmpty()) {
                AcdCommand next = due.remove().command();
                if (next instanceof AcdCommand.Abandon abandon && waits[(int) abandon.contact()] > 0) {
                    continue; // Served before patience ran out: waits are kept plus one.
                }
                apply(next);
            }
        }

        private void openTheDoors() {
            List<AgentDefinition> agents = new ArrayList<>();
            for (int i = 0; i < AGENTS; i++) {
                agents.add(new AgentDefinition("a" + i, "", "", Map.of(), List.of("q")));
            }
            QueueDefinition queue = QueueDefinition.named("q")
                    .agentChoice(AgentChoice.LONGEST_IDLE)
                    .build();
            apply(new AcdCommand.Configure(0, new AcdConfiguration(List.of(queue), agents)));
            for (AgentDefinition agent : agents) {
                apply(new AcdCommand.SignIn(0, agent.id()));
                apply(new AcdCommand.Ready(0, agent.id()));
            }
        }

        private void apply(AcdCommand command) {
            List<AcdEvent.AgentOffered> offers = new ArrayList<>(1);
            core.apply(command, event -> {
                switch (event) {
                    case AcdEvent.AgentOffered offer -> offers.add(offer);
                    case AcdEvent.Connected talk -> {
                        int call = (int) talk.contact();
                        waits[call] = talk.waitMillis() + 1;
                        plan(new AcdCommand.TalkEnded(talk.at() + services[call], call, EndedBy.CALLER));
                    }
                    case AcdEvent.ContactEnded end -> abandoned += end.cause() == ContactEnd.ABANDONED ? 1 : 0;
                    default -> {}
                }
            });
            for (AcdEvent.AgentOffered offer : offers) {
                apply(new AcdCommand.OfferAccepted(command.at(), offer.offer()));
            }
        }

        private void plan(AcdCommand command) {
            due.add(new Due(command.at(), ++order, command));
        }

        private AcdCommand enqueue(int call) {
            return new AcdCommand.Enqueue(arrivals[call], call, ContactKind.VOICE, "q", "", "", 0, Map.of());
        }

        private static double exponential(Random random, double mean) {
            return -mean * Math.log(1 - random.nextDouble());
        }
    }

    /** Each caller's wait by the recursion of Kiefer and Wolfowitz: who comes takes the server that is free first. */
    private static long[] waitsByRecursion(Day day) {
        PriorityQueue<Long> free = new PriorityQueue<>();
        for (int i = 0; i < AGENTS; i++) {
            free.add(0L);
        }
        long[] waits = new long[day.arrivals.length];
        for (int i = 0; i < waits.length; i++) {
            long begin = Math.max(day.arrivals[i], free.remove());
            waits[i] = begin - day.arrivals[i];
            free.add(begin + day.services[i]);
        }
        return waits;
    }

    @Test
    void everyWaitIsTheOneOfAnIdealQueue() {
        for (long seed = 1; seed <= 3; seed++) {
            Day day = new Day(seed, 40_000, 0);
            day.run();
            long[] expected = waitsByRecursion(day);
            for (int i = 0; i < expected.length; i++) {
                assertThat(day.waits[i] - 1).as("seed %d, call %d", seed, i).isEqualTo(expected[i]);
            }
        }
    }

    /**
     * The recursion, which the router follows call by call, against theory. At 96 % load neighbouring waits are alike for
     * an hour: it takes millions of calls to come within a few per cent.
     */
    @Test
    void erlangC() {
        Random random = new Random(11);
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (int i = 0; i < AGENTS; i++) {
            free.add(0.0);
        }
        int calls = 12_000_000;
        double arrival = 0;
        double waitMillis = 0;
        int waited = 0;
        for (int i = 0; i < calls; i++) {
            arrival += Day.exponential(random, ARRIVAL_MILLIS);
            double begin = Math.max(arrival, free.remove());
            waited += begin > arrival ? 1 : 0;
            waitMillis += begin - arrival;
            free.add(begin + Day.exponential(random, SERVICE_MILLIS));
        }
        assertThat((double) waited / calls).isCloseTo(0.6945, within(0.015));
        assertThat(waitMillis / calls / 1000).isCloseTo(20.83, within(1.5));
    }

    @Test
    void erlangA() {
        double abandoned = 0;
        int calls = 0;
        for (long seed = 1; seed <= 5; seed++) {
            Day day = new Day(seed, 60_000, 120_000);
            day.run();
            abandoned += day.abandoned;
            calls += day.arrivals.length;
        }
        assertThat(abandoned / calls).isCloseTo(0.0309, within(0.0015));
    }
}
