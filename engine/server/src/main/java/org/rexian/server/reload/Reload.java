package org.rexian.server.reload;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rexian.ivr.FlowLibrary;
import org.rexian.server.check.SiteCheck;
import org.rexian.server.config.Configuration;
import org.rexian.server.config.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the configuration again while the engine runs: checked whole, applied whole or not at all. What can't change while it runs is
 * named, never silently ignored. Any thread; blocks on the disk and on the router; one reload at a time.
 */
public final class Reload {

    private static final Logger log = LoggerFactory.getLogger(Reload.class);

    private final Configuration started;
    private final Floor floor;
    private Configuration running;
    private List<FlowLibrary> hotlines;

    /** What takes a new configuration. */
    public interface Floor {

        /**
         * Puts queues, agents, phones, hotlines and the log's level in the place of those that were.
         *
         * @throws Refusal when the router would not have it; nothing has changed then
         */
        void take(Configuration configuration, List<FlowLibrary> hotlines) throws Refusal, InterruptedException;
    }

    /** The router's word against a configuration. */
    public static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        public Refusal(String reason) {
            super(reason);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * In force now.
         *
         * @param changed keys whose new values are in force
         * @param needRestart keys that differ from what the engine was started with and take effect with the next start
         */
        record Applied(Path file, List<String> changed, List<String> needRestart, List<String> warnings)
                implements Outcome {}

        /** Everything is as it was. */
        record Refused(Path file, List<Problem> problems, List<String> warnings) implements Outcome {}
    }

    public Reload(SiteCheck.Outcome.Fit site, Floor floor) {
        this.started = site.configuration();
        this.running = site.configuration();
        this.hotlines = site.hotlines();
        this.floor = floor;
    }

    /** The file that is read. */
    public Path file() {
        return started.written().file();
    }

    /** Reads, checks, applies. */
    public synchronized Outcome now() throws InterruptedException {
        Outcome outcome = switch (SiteCheck.of(file())) {
            case SiteCheck.Outcome.Unfit(List<Problem> problems, List<String> warnings) ->
                new Outcome.Refused(file(), problems, warnings);
            case SiteCheck.Outcome.Fit site -> apply(site);
        };
        tell(outcome);
        return outcome;
    }

    private Outcome apply(SiteCheck.Outcome.Fit site) throws InterruptedException {
        Configuration next = site.configuration();
        try {
            floor.take(next, site.hotlines());
        } catch (Refusal refusal) {
            Problem problem = new Problem(file().toString(), 1, 1, String.valueOf(refusal.getMessage()), "");
            return new Outcome.Refused(file(), List.of(problem), site.warnings());
        }
        List<String> changed = Stream.concat(
                        ChangedKeys.live(running, next).stream(), published(site.hotlines()).stream())
                .toList();
        running = next;
        hotlines = site.hotlines();
        return new Outcome.Applied(file(), changed, ChangedKeys.needRestart(started, next), site.warnings());
    }

    /** Flows have no keys: a hotline counts as changed when its version has. */
    private List<String> published(List<FlowLibrary> next) {
        TreeSet<String> before = new TreeSet<>();
        hotlines.forEach(hotline -> before.add(hotline.name() + " " + hotline.version()));
        return next.stream()
                .filter(hotline -> !before.contains(hotline.name() + " " + hotline.version()))
                .map(hotline -> "hotline " + hotline.name() + " (version " + hotline.version() + ")")
                .toList();
    }

    private static void tell(Outcome outcome) {
        switch (outcome) {
            case Outcome.Applied applied -> {
                log.info("configuration read again, changed: {}", applied.changed());
                if (!applied.needRestart().isEmpty()) {
                    log.warn("these need a restart: {}", applied.needRestart());
                }
            }
            case Outcome.Refused refused -> {
                log.error("the configuration was refused, the running one stays");
                refused.problems().forEach(problem -> log.error("{}", problem));
            }
        }
    }
}
