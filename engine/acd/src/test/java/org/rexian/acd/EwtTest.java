package org.rexian.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rexian.acd.AcdConfiguration.AgentDefinition;

/** What callers are told when they join, against what they then wait. Seeds are fixed, so that the figures are, too. */
class EwtTest {

    private record Due(long at, long order, AcdCommand command) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    /** Twelve agents, two of whom speak Amdo; one caller in ten needs Amdo, and all agents serve everybody. */
    private static final class Day {
        private static final int CALLS = 12_000;

        private final AcdCore core = new AcdCore();
        private final Random random;
        private final PriorityQueue<Due> due = new PriorityQueue<>();
        private final Map<Long, AcdEvent.PositionChanged> told = new HashMap<>();
        private final double patienceMillis;
        final Map<Boolean, double[]> sums = Map.of(true, new double[4], false, new double[4]);
        private long order;

        Day(long seed, double patienceMillis) {
            random = new Random(seed);
            this.patienceMillis = patienceMillis;
        }

        void run() {
            openTheDoors();
            double at = 0;
            for (long call = 0; call < CALLS; call++) {
                at += exponential(15_500);
                String need = isAmdo(call) ? "amdo" : "";
                plan(new AcdCommand.Enqueue(Math.round(at), call, ContactKind.VOICE, "q", need, "", 0, Map.of()));
                if (patienceMillis > 0) {
                    plan(new AcdCommand.Abandon(Math.round(at + exponential(patienceMillis)), call));
                }
            }
            while (!due.isEmpty()) {
                apply(due.remove().command());
            }
        }

        private static boolean isAmdo(long call) {
            return call % 10 == 0;
        }

        private void openTheDoors() {
            List<AgentDefinition> agents = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Map<String, Integer> skills = i < 2 ? Map.of("amdo", 5) : Map.of();
                agents.add(new AgentDefinition("a" + i, "", "", skills, List.of("q")));
            }
            QueueDefinition queue = QueueDefinition.named("q").build();
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
                    case AcdEvent.PositionChanged moved
                    when moved.ewtMillis() >= 0 -> told.putIfAbsent(moved.contact(), moved);
                    case AcdEvent.Connected talk -> connected(talk);
                    default -> {}
                }
            });
            offers.forEach(offer -> apply(new AcdCommand.OfferAccepted(command.at(), offer.offer())));
        }

        private void connected(AcdEvent.Connected talk) {
            plan(new AcdCommand.TalkEnded(
                    talk.at() + Math.round(exponential(180_000)), talk.contact(), EndedBy.CALLER));
            AcdEvent.PositionChanged promise = told.remove(talk.contact());
            if (promise != null && talk.contact() > CALLS / 10) {
                long waited = talk.at() - promise.at();
                double[] sum = sums.getOrDefault(isAmdo(talk.contact()), new double[4]);
                sum[0]++;
                sum[1] += promise.ewtMillis();
                sum[2] += waited;
                sum[3] += waited >= promise.ewtLowMillis() && waited <= promise.ewtHighMillis() ? 1 : 0;
            }
        }

        private void plan(AcdCommand command) {
            due.add(new Due(command.at(), ++order, command));
        }

        private double exponential(double mean) {
            return -mean * Math.log(1 - random.nextDouble());
        }
    }

    @Test
    void whoWaitsIsToldTheTruthOnAverage() {
        for (double patience : new double[] {0, 300_000}) {
            Day day = new Day(5, patience);
            day.run();
            day.sums.forEach((amdo, sum) -> {
                String what = "patience %.0f, amdo %s: %.0f told %.1f s waited %.1f s, inside %.2f"
                        .formatted(
                                patience,
                                amdo,
                                sum[0],
                                sum[1] / sum[0] / 1000,
                                sum[2] / sum[0] / 1000,
                                sum[3] / sum[0]);
                assertThat(sum[0]).as(what).isGreaterThan(100);
                assertThat(sum[1] / sum[2]).as(what).isBetween(0.7, 1.4);
                assertThat(sum[3] / sum[0]).as(what).isGreaterThan(0.55);
            });
        }
    }
}
