package org.rexian.harness.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.rexian.acd.ContactView;
import org.rexian.harness.engine.Engine;
import org.rexian.harness.engine.EngineSetup;
import org.rexian.harness.engine.EngineSetup.AgentPhone;
import org.rexian.harness.process.Eventually;
import org.rexian.harness.sipp.Sipp;
import org.rexian.harness.sipp.SippRun;
import org.rexian.server.journal.Recovered;
import org.rexian.server.journal.Recovery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Kills the engine with SIGKILL under SIPp's calls, again and again in one folder, and looks at what is left. Callers who wait never hang
 * up; others talk to the flow and are over soon. The line as the HTTP API told it last must be the beginning of the line in the
 * journal, contact for contact and age for age; every contact there and every call that SIPp saw through must have a record.
 */
@Command(name = "kill9", description = "SIGKILL under load: errors of order and age, records that are lost")
public final class KilledEngine implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WAITING = "7001";
    private static final String SHORT = "7000";
    private static final int LIST = 500;

    @Option(names = "--rounds", defaultValue = "100", description = "how many kills")
    int rounds;

    @Option(names = "--rate", defaultValue = "20", description = "calls a second of each kind")
    int rate;

    @Option(names = "--seed", defaultValue = "1", description = "decides when to kill")
    long seed;

    /** What was wrong, one line a thing. */
    private final List<String> errors = new ArrayList<>();

    private long waited;
    private long recorded;
    private Random random = new Random();

    private record Seen(long id, long since) {}

    /** As the test asks for it. */
    public static List<String> errorsOf(int rounds, int rate, long seed) throws IOException, InterruptedException {
        KilledEngine program = new KilledEngine();
        program.rounds = rounds;
        program.rate = rate;
        program.seed = seed;
        program.call();
        return List.copyOf(program.errors);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        random = new Random(seed);
        Path folder = Files.createTempDirectory("rexian-kill9");
        EngineSetup setup = EngineSetup.in(folder, AgentPhone.registering("1001", "secret-1001"))
                .forLoad();
        Table table = new Table(System.out, "round", "waiting at the kill", "records found", "start ms", "errors");
        Engine engine = Engine.start(setup);
        try {
            engine.signIn("1001");
            for (int round = 1; round <= rounds; round++) {
                int before = errors.size();
                long waitedBefore = waited;
                long recordedBefore = recorded;
                engine = round(engine, setup, round);
                table.row(
                        round,
                        waited - waitedBefore,
                        recorded - recordedBefore,
                        engine.startMillis(),
                        errors.size() - before);
            }
        } finally {
            engine.close();
        }
        errors.forEach(System.out::println);
        System.out.println(rounds + " kills (seed " + seed + "): " + waited + " contacts found waiting, " + recorded
                + " records found, " + errors.size() + " errors");
        return errors.isEmpty() ? 0 : 1;
    }

    private Engine round(Engine engine, EngineSetup setup, int round) throws IOException, InterruptedException {
        long begin = System.currentTimeMillis();
        List<Seen> told;
        long through;
        try (SippRun callers = calls(engine, WAITING, 3_600_000);
                SippRun others = calls(engine, SHORT, 100)) {
            Eventually.require("callers in line", PATIENCE, () -> line(engine).size() > 3);
            long until =
                    System.nanoTime() + Duration.ofMillis(random.nextInt(2_000)).toNanos();
            do {
                told = line(engine);
            } while (System.nanoTime() < until);
            through = others.statistics().successful();
            ProcessHandle.of(engine.pid()).orElseThrow().destroyForcibly();
            Eventually.require("the engine's end", PATIENCE, () -> !engine.alive());
            callers.kill();
            others.kill();
        }
        engine.close();
        Recovered left = Recovery.recover(copyOf(setup.folder().resolve("data/journal")), List.of());
        List<ContactView> line = left.core().waiting("nobody");
        compare(round, told, line);
        Engine next = Engine.start(setup);
        look(round, next, line, through, begin);
        return next;
    }

    private SippRun calls(Engine engine, String number, int millis) throws InterruptedException {
        return Sipp.scenario("caller-load")
                .to(engine.setup().sip())
                .number(number)
                .calls(100_000)
                .rate(rate, 10_000)
                .pauseMillis(millis)
                .start();
    }

    private static List<Seen> line(Engine engine) {
        List<Seen> line = new ArrayList<>();
        engine.get("/api/contacts?queue=nobody")
                .path("contacts")
                .forEach(contact -> line.add(new Seen(
                        contact.path("id").asLong(0),
                        contact.path("waitingSince").asLong(0))));
        return line;
    }

    private void compare(int round, List<Seen> told, List<ContactView> line) {
        waited += line.size();
        for (int i = 0; i < told.size() && i < LIST; i++) {
            Seen one = told.get(i);
            if (i >= line.size() || line.get(i).id() != one.id || line.get(i).waitingSince() != one.since) {
                errors.add("round " + round + ": place " + (i + 1) + " was told as " + one + ", the journal has "
                        + (i < line.size() ? line.get(i) : "nobody"));
                return;
            }
        }
    }

    private void look(int round, Engine engine, List<ContactView> line, long through, long begin)
            throws InterruptedException {
        for (ContactView contact : line) {
            if (!Eventually.holds(PATIENCE, () -> isOnRecord(engine, contact.id()))) {
                errors.add("round " + round + ": call " + contact.id() + " is on no record");
                continue;
            }
            String cause = engine.call(contact.id()).path("cause").asString("");
            recorded++;
            if (!cause.equals("engine-restart")) {
                errors.add("round " + round + ": call " + contact.id() + " is on record as '" + cause + "'");
            }
        }
        long found = count(engine, "to=" + SHORT + "&limit=500&since=" + begin);
        recorded += found;
        if (found < Math.min(through, LIST)) {
            errors.add("round " + round + ": " + through + " short calls were over, " + found + " are on record");
        }
        if (!engine.get("/api/contacts").path("contacts").isEmpty()) {
            errors.add("round " + round + ": somebody stands in line whose call is gone");
        }
        if (engine.agentState("1001").equals("signed-out")) {
            errors.add("round " + round + ": the agent is signed out");
        }
    }

    private static boolean isOnRecord(Engine engine, long id) {
        return engine.get("/api/calls?before=" + (id + 1) + "&limit=1")
                        .path("calls")
                        .path(0)
                        .path("id")
                        .asLong(0)
                == id;
    }

    private static long count(Engine engine, String query) {
        return engine.get("/api/calls?" + query).path("calls").size();
    }

    private static Path copyOf(Path journal) throws IOException {
        Path copy = Files.createTempDirectory("rexian-journal");
        try (Stream<Path> files = Files.list(journal)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(String.valueOf(file.getFileName())));
            }
        }
        return copy;
    }
}
