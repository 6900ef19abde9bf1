package org.rexian.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rexian.server.CannotStart;
import org.rexian.server.check.SiteCheck;
import org.rexian.server.config.Problem;

/**
 * The demo's data folder and the configuration in it: an ordinary file, read as any other, which stays behind so that
 * whoever likes what they see can go on with {@code rexian serve -c}.
 */
final class DemoFolder {

    private static final String TEMPLATE = "rexian.yaml";

    private final Path folder;

    private DemoFolder(Path folder) {
        this.folder = folder;
    }

    /** The given folder, made if need be, or a fresh one among the temporary files. */
    static DemoFolder open(Optional<Path> given) throws CannotStart {
        try {
            Path folder = given.isPresent()
                    ? Files.createDirectories(given.get())
                    : Files.createTempDirectory("rexian-demo-");
            return new DemoFolder(folder.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new CannotStart("the data folder can't be made: " + e.getMessage(), e);
        }
    }

    Path path() {
        return folder;
    }

    Path log() {
        return folder.resolve("rexian.log");
    }

    Path robotsLog() {
        return folder.resolve("robots.log");
    }

    Path configuration() {
        return folder.resolve(TEMPLATE);
    }

    /** Writes the configuration for these addresses and what ships below {@code home}, and reads it as {@code serve} would. */
    SiteCheck.Outcome.Fit configure(String sip, String http, Path home) throws CannotStart {
        Path shipped = home.resolve("ivr-scripts");
        String text = template()
                .replace("${sip}", sip)
                .replace("${http}", http)
                .replace("${hotline}", inQuotes(shipped.resolve("hotlines").resolve("10060")))
                .replace("${prompts}", inQuotes(shipped.resolve("system").resolve("prompts")));
        try {
            Files.writeString(configuration(), text);
        } catch (IOException e) {
            throw new CannotStart("the data folder can't be written: " + e.getMessage(), e);
        }
        return switch (SiteCheck.of(configuration())) {
            case SiteCheck.Outcome.Fit site -> site;
            case SiteCheck.Outcome.Unfit(List<Problem> problems, List<String> _) ->
                throw new CannotStart(
                        problems.stream().map(Object::toString).collect(Collectors.joining(System.lineSeparator())));
        };
    }

    private static String inQuotes(Path path) {
        return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String template() {
        try (InputStream in = DemoFolder.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException("the jar holds no demo configuration");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the demo configuration can't be read", e);
        }
    }
}
