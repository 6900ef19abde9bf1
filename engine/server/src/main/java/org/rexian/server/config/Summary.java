package org.rexian.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.QueueDefinition;

/** What a configuration would run, on one page, without its secrets. */
public final class Summary {

    private static final int MAX_ROWS = 20;

    private Summary() {}

    /** The page, line by line. */
    public static List<String> lines(Configuration configuration) {
        List<String> out = new ArrayList<>();
        sip(out, configuration.sip());
        out.add("media       " + configuration.media().address().getHostAddress() + ", ports "
                + configuration.media().ports() + ": "
                + configuration.media().ports().pairs() + " legs at once");
        out.add("recording   "
                + configuration.calls().recordings().map(Object::toString).orElse("off"));
        out.add("hotlines    "
                + (configuration.hotlines().isEmpty()
                        ? "none: every call from a trunk will be refused"
                        : configuration.hotlines().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))));
        acd(out, configuration.acd());
        out.add("records     " + configuration.storage().database());
        out.add("http        " + http(configuration.http()));
        return out;
    }

    private static void sip(List<String> out, SipConfiguration sip) {
        out.add("sip         " + sip.listen().stream().map(Object::toString).collect(Collectors.joining(", "))
                + ", domain " + sip.domain());
        for (TrunkConfiguration trunk : sip.trunks().stream().limit(MAX_ROWS).toList()) {
            out.add("  trunk     " + trunk.name() + " from "
                    + trunk.addresses().stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        rest(out, sip.trunks().size(), "trunks");
        long fixed =
                sip.accounts().stream().filter(a -> a.contact().isPresent()).count();
        out.add("  phones    " + sip.accounts().size() + ", of which " + fixed + " at a fixed address");
    }

    private static void acd(List<String> out, AcdSetup acd) {
        List<QueueDefinition> queues = acd.ownQueues();
        out.add("queues      " + queues.size());
        for (QueueDefinition queue : queues.stream().limit(MAX_ROWS).toList()) {
            List<AgentDefinition> agents = acd.configuration().agents().stream()
                    .filter(agent -> agent.queues().contains(queue.name()))
                    .toList();
            out.add("  queue     " + queue.name() + ": " + agents.size() + " agents, rings "
                    + Duration.text(queue.ringMillis()) + ", wrap-up " + Duration.text(queue.wrapUpMillis())
                    + ", served in time within " + Duration.text(queue.serviceLevelMillis())
                    + (agents.isEmpty() ? "  (nobody serves it)" : ""));
        }
        rest(out, queues.size(), "queues");
        out.add("agents      " + acd.configuration().agents().size());
    }

    private static void rest(List<String> out, int size, String what) {
        if (size > MAX_ROWS) {
            out.add("  … and " + (size - MAX_ROWS) + " " + what + " more");
        }
    }

    private static String http(HttpConfiguration http) {
        if (!http.enabled()) {
            return "off";
        }
        return http.listen().getAddress().getHostAddress() + ":" + http.listen().getPort()
                + (http.token().present() ? ", with token" : ", token in the data folder");
    }
}
