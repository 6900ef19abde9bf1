package org.rexian.server.board;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.rexian.server.Printable;
import org.rexian.server.live.AgentSnapshot;
import org.rexian.server.live.CallsSnapshot;
import org.rexian.server.live.LiveSnapshot;
import org.rexian.server.live.QueueSnapshot;

/**
 * Draws a {@link LiveSnapshot} as lines for a terminal: calls, queues, agents, last events. Pure: a picture and a size in,
 * at most {@code height} lines of at most {@code width} columns out.
 *
 * @param colour whether to use ANSI colours
 * @param zone for the time of day
 */
public record Board(int width, int height, boolean colour, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int MIN_EVENTS = 4;

    /** The whole picture. */
    public List<String> draw(LiveSnapshot now) {
        List<String> out = new ArrayList<>();
        out.add(head(now));
        out.add("");
        List<String> queues = now.queues().stream().map(this::queue).toList();
        List<String> agents =
                now.agents().stream().map(agent -> agent(agent, now.at())).toList();
        int free = Math.max(0, height - out.size() - 6 - MIN_EVENTS);
        int queueRows = Math.min(queues.size(), Math.max(1, free / 3));
        int agentRows = Math.min(agents.size(), Math.max(1, free - queueRows));
        table(
                out,
                "queue            waiting ringing longest  ready  answered abandoned  asa     in time",
                queues,
                queueRows);
        table(out, "agent            state          since    calls  talking to", agents, agentRows);
        out.add(strong("events"));
        List<LiveSnapshot.Line> recent = now.recent();
        int rows = Math.max(0, height - out.size());
        recent.subList(Math.max(0, recent.size() - rows), recent.size()).forEach(line -> out.add(event(line)));
        return out.size() > height ? List.copyOf(out.subList(0, Math.max(0, height))) : List.copyOf(out);
    }

    /** One event as a plain line, for output that is no terminal. */
    public String event(LiveSnapshot.Line line) {
        return cut(time(line.at()) + "  " + Printable.line(line.text()));
    }

    private String head(LiveSnapshot now) {
        CallsSnapshot calls = now.calls();
        String text = String.format(
                Locale.ROOT,
                "Rexian  %s   up %s   calls %d   answered %d of %d",
                time(now.at()),
                span(now.at() - now.startedAt()),
                calls.active(),
                calls.answered(),
                calls.ended());
        return strong(cut(text));
    }

    private void table(List<String> out, String title, List<String> rows, int limit) {
        out.add(strong(cut(title)));
        out.addAll(rows.subList(0, Math.min(limit, rows.size())));
        if (rows.size() > limit) {
            out.add(cut("  … " + (rows.size() - limit) + " more"));
        }
        out.add("");
    }

    private String queue(QueueSnapshot queue) {
        String row = cut(Columns.pad(queue.name(), 16)
                + String.format(
                        Locale.ROOT,
                        " %7d %7d %7s %6d %9d %9d %6s %9s",
                        queue.waiting(),
                        queue.ringing(),
                        span(queue.longestWaitingMillis()),
                        queue.agentsReady(),
                        queue.answered(),
                        queue.abandoned(),
                        span(queue.answerMillis()),
                        percent(queue.serviceLevel().f1())));
        return queue.waiting() > 0 ? paint(row, "33") : row;
    }

    private String agent(AgentSnapshot agent, long now) {
        String label = agent.id().equals(agent.name()) ? agent.id() : agent.id() + " " + agent.name();
        String state = agent.reason().isEmpty() || !agent.state().equals("not-ready")
                ? agent.state()
                : agent.state() + " " + agent.reason();
        String row = cut(Columns.pad(Printable.line(label), 16) + " "
                + Columns.pad(Printable.line(state), 14)
                + String.format(
                        Locale.ROOT, " %-8s %5d  %s", span(now - agent.since()), agent.answered(), agent.caller()));
        return switch (agent.state()) {
            case "ready" -> paint(row, "32");
            case "talking", "held" -> paint(row, "36");
            case "reserved" -> paint(row, "33");
            case "unreachable" -> paint(row, "31");
            default -> row;
        };
    }

    private static String percent(OptionalDouble ratio) {
        return ratio.isEmpty() ? "-" : String.format(Locale.ROOT, "%.0f %%", ratio.getAsDouble() * 100);
    }

    /** {@code 7s}, {@code 3m07}, {@code 2h05}. */
    static String span(long millis) {
        long seconds = Math.max(0, millis) / 1000;
        if (seconds < 60) {
            return seconds + "s";
        }
        long minutes = seconds / 60;
        return minutes < 60
                ? String.format(Locale.ROOT, "%dm%02d", minutes, seconds % 60)
                : String.format(Locale.ROOT, "%dh%02d", minutes / 60, minutes % 60);
    }

    private String time(long at) {
        return TIME.format(Instant.ofEpochMilli(at).atZone(zone));
    }

    private String cut(String text) {
        return Columns.cut(text, width);
    }

    private String strong(String text) {
        return paint(cut(text), "1");
    }

    private String paint(String text, String code) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
