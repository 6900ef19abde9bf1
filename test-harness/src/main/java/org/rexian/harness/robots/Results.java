package org.rexian.harness.robots;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the robots saw, a JSON object a line on standard output, and the sums at the end. Any thread. */
final class Results {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream out;
    private final Map<String, Talk> talks = new HashMap<>();
    private long calls;
    private long answered;
    private long talked;
    private long abandoned;
    private long refused;
    private long waitMillis;

    /** A caller's talk with one of our agents, as that agent saw it. */
    record Talk(String agent, long atMillis) {}

    Results(PrintStream out) {
        this.out = out;
    }

    private static ObjectNode event(String name) {
        return JSON.createObjectNode().put("at", System.currentTimeMillis()).put("event", name);
    }

    private void print(ObjectNode line) {
        out.println(line);
        out.flush();
    }

    synchronized void agent(String agent, String state) {
        print(event("agent").put("agent", agent).put("state", state));
    }

    /** An agent of ours talks with this caller now. */
    synchronized void talkBegun(String agent, String caller) {
        talks.put(caller, new Talk(agent, System.currentTimeMillis()));
        print(event("talk").put("agent", agent).put("caller", caller));
    }

    /** Whether a talk of this caller has begun. */
    synchronized boolean talked(String caller) {
        return talks.containsKey(caller);
    }

    synchronized void talkEnded(String agent, String caller, long talkMillis) {
        print(event("talk-ended").put("agent", agent).put("caller", caller).put("talkMillis", talkMillis));
    }

    /** A robot caller's call is over. {@code upMillis}: when it was answered; 0 if it never was. */
    synchronized void callEnded(String caller, long upMillis, boolean weHungUp, int status, String cause) {
        calls++;
        Talk talk = talks.remove(caller);
        String outcome;
        if (upMillis == 0) {
            outcome = "refused";
            refused++;
        } else if (talk != null) {
            outcome = "talked";
            talked++;
            waitMillis += talk.atMillis() - upMillis;
        } else {
            outcome = weHungUp ? "abandoned" : "ended";
            abandoned += weHungUp ? 1 : 0;
        }
        answered += upMillis == 0 ? 0 : 1;
        ObjectNode line =
                event("call").put("caller", caller).put("outcome", outcome).put("end", cause);
        if (status != 0) {
            line.put("status", status);
        }
        if (talk != null) {
            line.put("agent", talk.agent()).put("waitMillis", talk.atMillis() - upMillis);
        }
        line.put("callMillis", upMillis == 0 ? 0 : System.currentTimeMillis() - upMillis);
        print(line);
    }

    synchronized void failed(String what, String why) {
        print(event("failed").put("what", what).put("why", why));
    }

    synchronized void summary(int stillOpen) {
        print(event("summary")
                .put("calls", calls)
                .put("answered", answered)
                .put("talked", talked)
                .put("abandoned", abandoned)
                .put("ended", answered - talked - abandoned)
                .put("refused", refused)
                .put("open", stillOpen)
                .put("meanWaitMillis", talked == 0 ? 0 : waitMillis / talked));
    }
}
