package org.rexian.harness.robots;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.rexian.harness.phone.PhoneCall;
import org.rexian.harness.phone.Phones;
import org.rexian.harness.process.Eventually;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Robot agents and callers: SIP phones of their own over real loopback SIP and RTP. Prints what they see as JSON lines. Ends when the
 * callers' time is over and their calls are, or, without callers, at SIGTERM; it hangs up, signs out and unregisters first.
 */
@Command(
        name = "robots",
        mixinStandardHelpOptions = true,
        description = "Robot agents and robot callers for a hotline.")
public final class Robots implements Callable<Integer> {
    private static final int PORTS_EACH = 4;
    private static final String VOICES = "/org/rexian/harness/robots/";

    @Option(names = "--server", defaultValue = "127.0.0.1:5060", description = "host:port (default: ${DEFAULT-VALUE})")
    private String server = "";

    @Option(names = "--transport", defaultValue = "udp", description = "udp or tcp (default: ${DEFAULT-VALUE})")
    private String transport = "";

    @Option(
            names = "--agents",
            split = ",",
            description = "user:password,... ; a user without password does not register")
    private List<String> agents = new ArrayList<>();

    @Option(
            names = "--sign-in",
            defaultValue = "*11",
            description = "code that agents dial first (default: ${DEFAULT-VALUE})")
    private String signIn = "";

    @Option(
            names = "--sign-out",
            defaultValue = "*12",
            description = "code that agents dial last (default: ${DEFAULT-VALUE})")
    private String signOut = "";

    @Option(
            names = "--ring",
            defaultValue = "1s-3s",
            converter = Span.Converter.class,
            description = "until an agent answers")
    private Span ring = new Span(0, 0);

    @Option(
            names = "--talk",
            defaultValue = "8s-20s",
            converter = Span.Converter.class,
            description = "until an agent hangs up")
    private Span talk = new Span(0, 0);

    @Option(names = "--speech", description = "WAV that agents say (default: a line in Chinese and one in English)")
    private List<Path> speech = new ArrayList<>();

    @Option(names = "--callers", defaultValue = "0", description = "robot callers at once (default: none)")
    private int callers;

    @Option(names = "--rate", defaultValue = "1", description = "new calls a second (default: ${DEFAULT-VALUE})")
    private double rate;

    @Option(
            names = "--for",
            defaultValue = "60s",
            converter = Span.Converter.class,
            description = "how long calls begin")
    private Span duration = new Span(0, 0);

    @Option(names = "--number", defaultValue = "10060", description = "what callers dial (default: ${DEFAULT-VALUE})")
    private String number = "";

    @Option(
            names = "--press",
            defaultValue = "3s 1 3s 0 | 3s 2 3s 0",
            description = "waits and keys, scripts separated by |: each caller draws one (default: ${DEFAULT-VALUE})")
    private String press = "";

    @Option(names = "--after-talk", defaultValue = "4s 1 4s 1", description = "pressed when the agent has hung up")
    private String afterTalk = "";

    @Option(
            names = "--patience",
            defaultValue = "30s-90s",
            converter = Span.Converter.class,
            description = "how long a caller stays without a talk (default: ${DEFAULT-VALUE})")
    private Span patience = new Span(0, 0);

    @Option(names = "--sip-port", defaultValue = "0", description = "port of the robots, UDP and TCP (default: any)")
    private int sipPort;

    @Option(names = "--media-ports", defaultValue = "12000", description = "first RTP port (default: ${DEFAULT-VALUE})")
    private int mediaPorts;

    @Option(names = "--seed", defaultValue = "1", description = "of everything random (default: ${DEFAULT-VALUE})")
    private long seed;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Robots()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "robots-stop"));
        Results results = new Results(System.out);
        int ports = Math.max(PORTS_EACH, (agents.size() + callers) * PORTS_EACH);
        try (Phones phones = Phones.open(server(), transport, sipPort, mediaPorts, ports)) {
            run(phones, results);
        } catch (IllegalStateException e) {
            results.failed("robots", String.valueOf(e.getMessage()));
            return 1;
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    private void run(Phones phones, Results results) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        List<Path> lines = speech.isEmpty() ? List.of(voice("agent-zh-CN"), voice("agent-en")) : speech;
        List<Path> answers = List.of(voice("caller-zh-CN"));
        phones.prepare(lines);
        phones.prepare(answers);
        RobotCallers crowd = new RobotCallers(
                phones,
                new RobotCallers.Settings(
                        number, Presses.parseAll(press), Presses.parseAll(afterTalk), patience, answers),
                random.split(),
                results);
        List<RobotAgent> robots = signIn(phones, lines, random, results, crowd);
        if (callers > 0) {
            callThenWait(crowd, phones);
        } else {
            stop.await();
        }
        together(robots, robot -> robot.end(signOut));
        if (callers > 0) {
            results.summary(crowd.open());
        }
    }

    private List<RobotAgent> signIn(
            Phones phones, List<Path> lines, SplittableRandom random, Results results, RobotCallers crowd)
            throws InterruptedException {
        List<RobotAgent> robots = new ArrayList<>();
        for (String agent : agents) {
            String user = agent.contains(":") ? agent.substring(0, agent.indexOf(':')) : agent;
            String password = agent.contains(":") ? agent.substring(agent.indexOf(':') + 1) : "";
            robots.add(new RobotAgent(
                    phones.phone(user), password, lines, ring, talk, random.split(), results, crowd::talkEnded));
        }
        together(robots, robot -> robot.begin(signIn));
        return robots;
    }

    /** What an agent does on one of those calls. */
    private interface Step {
        void take(RobotAgent robot) throws InterruptedException;
    }

    /** All agents at once: a feature code's call is mostly its confirmation being played. Returns when the last one is done. */
    private static void together(List<RobotAgent> robots, Step step) throws InterruptedException {
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<RobotAgent>> tasks = new ArrayList<>();
            for (RobotAgent robot : robots) {
                tasks.add(() -> {
                    step.take(robot);
                    return robot;
                });
            }
            for (Future<RobotAgent> task : each.invokeAll(tasks)) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
        }
    }

    /** Calls for their time, then lets those in progress come to their end, each within its patience and a talk's length. */
    private void callThenWait(RobotCallers crowd, Phones phones) throws InterruptedException {
        long end = System.nanoTime() + duration.toMillis() * 1_000_000;
        Thread calling = Thread.ofVirtual().start(() -> {
            try {
                crowd.run(callers, rate, end);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (calling.isAlive() && !stop.await(50, TimeUnit.MILLISECONDS)) {
            calling.join(Duration.ofMillis(50));
        }
        calling.interrupt();
        Duration rest = Duration.ofMillis(patience.toMillis() + talk.toMillis() + ring.toMillis() + 30_000);
        Eventually.holds(rest, () -> crowd.open() == 0 || stop.getCount() == 0);
        phones.openCalls().forEach(PhoneCall::hangUp);
        Eventually.holds(Duration.ofSeconds(2), () -> crowd.open() == 0);
    }

    private void stopAndWait() {
        stop.countDown();
        try {
            if (!stopped.await(15, TimeUnit.SECONDS)) {
                System.err.println("robots: not every call could be ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private InetSocketAddress server() {
        int colon = server.lastIndexOf(':');
        if (colon < 0 || !server.substring(colon + 1).matches("\\d{1,5}")) {
            throw new CommandLine.ParameterException(new CommandLine(this), "--server is host:port, not " + server);
        }
        return new InetSocketAddress(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
    }

    /** A recording out of the jar, as a file. */
    private static Path voice(String name) {
        try (InputStream in = Robots.class.getResourceAsStream(VOICES + name + ".wav")) {
            if (in == null) {
                throw new IllegalStateException("the jar holds no " + name + ".wav");
            }
            Path file = Files.createTempFile("rexian-" + name, ".wav");
            file.toFile().deleteOnExit();
            Files.write(file, in.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
