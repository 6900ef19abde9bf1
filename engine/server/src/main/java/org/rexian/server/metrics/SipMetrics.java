package org.rexian.server.metrics;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;
import org.rexian.sip.SipCounters;
import org.rexian.sip.UsageCounters;

/** What SIP counts, as series: messages, what was refused and why, transactions and sessions. Read when Prometheus asks. */
public final class SipMetrics {

    private final Metrics metrics;
    private final SipCounters sip;
    private final UsageCounters usage;

    /** Registers all of them. */
    public SipMetrics(Metrics metrics, SipCounters counters) {
        this.metrics = metrics;
        this.sip = counters;
        this.usage = counters.usage;
        messages();
        refusals();
        transactionsAndSessions();
        trouble();
        metrics.loop("call", sip, counts -> counts.slowTurns.sum());
        metrics.labels("rexian.sip.malformed", "Messages that are no sound SIP.", "reason", sip::malformedByReason);
    }

    private void messages() {
        String in = "rexian.sip.messages.in";
        String inHelp = "SIP messages received, those that are no sound SIP aside.";
        count(in, inHelp, "kind", "request", sip.requestsIn);
        count(in, inHelp, "kind", "response", sip.responsesIn);
        count(in, inHelp, "kind", "keep-alive", sip.keepAlivesIn);
        String out = "rexian.sip.messages.out";
        String outHelp = "SIP messages sent, repeated ones included.";
        count(out, outHelp, "kind", "request", sip.requestsOut);
        count(out, outHelp, "kind", "response", sip.responsesOut);
        String again = "rexian.sip.retransmissions";
        String againHelp = "SIP messages that came or went once more: packets are lost, or somebody is slow.";
        count(again, againHelp, "direction", "in", sip.retransmissionsIn);
        count(again, againHelp, "direction", "out", sip.retransmissionsOut);
        count("rexian.sip.send.failures", "SIP messages that could not be sent.", sip.sendFailures);
    }

    private void refusals() {
        refused("overload", sip.overloadRefused);
        refused("merged", sip.mergedRefused);
        refused("no-room", usage.sessionsRefused);
        refused("stranger", usage.strangersRefused);
        refused("unfit", usage.requestsRefused);
        refused("register", usage.registrationsRefused);
        count("rexian.sip.challenges", "401s sent.", usage.challenges);
        count("rexian.sip.wrong.credentials", "Credentials that were false.", usage.wrongCredentials);
        count("rexian.sip.registrations", "REGISTERs that changed or refreshed something.", usage.registrations);
    }

    private void refused(String reason, LongAdder counter) {
        count("rexian.sip.refused", "Requests refused by the SIP layer.", "reason", reason, counter);
    }

    private void transactionsAndSessions() {
        String begun = "rexian.sip.transactions.begun";
        count(begun, "SIP transactions begun.", "side", "client", sip.clientTransactionsBegun);
        count(begun, "SIP transactions begun.", "side", "server", sip.serverTransactionsBegun);
        level(
                "rexian.sip.transactions",
                "SIP transactions that live.",
                counts -> counts.clientTransactionsBegun.sum()
                        - counts.clientTransactionsEnded.sum()
                        + counts.serverTransactionsBegun.sum()
                        - counts.serverTransactionsEnded.sum());
        count("rexian.sip.sessions.begun", "INVITE sessions begun, both directions.", usage.sessionsBegun);
        level(
                "rexian.sip.sessions",
                "INVITE sessions that live.",
                counts -> counts.usage.sessionsBegun.sum() - counts.usage.sessionsEnded.sum());
        level(
                "rexian.sip.connections",
                "SIP connections open over TCP.",
                counts -> counts.connectionsOpened.sum() - counts.connectionsClosed.sum());
        count("rexian.sip.connections.cut", "SIP connections refused or cut by a bound.", sip.connectionsCut);
    }

    private void trouble() {
        count("rexian.sip.strays", "Responses, ACKs and the like that belong to nothing.", sip.strays);
        count("rexian.sip.answers.resent", "2xx sent again because their ACK was late.", usage.answersResent);
        count("rexian.sip.answers.unacknowledged", "2xx whose ACK never came.", usage.answersUnacknowledged);
        count("rexian.sip.answers.late", "2xx of calls given up or of losing forks.", usage.lateAnswers);
        count("rexian.sip.glares", "Offers that met in the middle, 491.", usage.glares);
        count("rexian.sip.misfits", "Steps of ours that did not fit a session's state.", usage.misfits);
        count("rexian.sip.faults", "Mistakes of ours that the call loop caught.", sip.faults);
    }

    private void count(String name, String help, LongAdder counter) {
        metrics.counter(name, help, counter, LongAdder::sum);
    }

    private void count(String name, String help, String label, String value, LongAdder counter) {
        metrics.counter(name, help, label, value, counter, LongAdder::sum);
    }

    private void level(String name, String help, ToDoubleFunction<SipCounters> read) {
        metrics.gauge(name, help, sip, read);
    }
}
