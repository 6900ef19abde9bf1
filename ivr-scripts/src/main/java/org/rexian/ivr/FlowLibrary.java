package org.rexian.ivr;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rexian.ivr.check.Secrets;
import org.rexian.ivr.model.Flow;
import org.rexian.ivr.model.Folder;
import org.rexian.ivr.model.Speech;
import org.rexian.ivr.model.Speeches;
import org.rexian.ivr.say.RecordedSayAs;
import org.rexian.ivr.say.SayAs;

/**
 * One checked version of a hotline. Immutable and thread-safe: a new publication is a new library, and runs keep the one that they began
 * with.
 */
public final class FlowLibrary {

    /**
     * What came of a folder.
     *
     * @param problems all of them, by file and place
     * @param library present if no problem is an error
     */
    public record Loaded(List<FlowProblem> problems, Optional<FlowLibrary> library) {}

    private static final String EVERY_OTHER = "*";

    private final Folder folder;
    private final String version;
    private final SayAs sayAs = new RecordedSayAs();
    private final Secrets secrets;
    private final Map<String, NumberProfile> numbers;

    private FlowLibrary(Folder folder, String version) {
        this.folder = folder;
        this.version = version;
        this.secrets = new Secrets(folder.flows().values());
        Map<String, NumberProfile> profiles = new LinkedHashMap<>();
        folder.hotline()
                .numbers()
                .forEach((number, to) ->
                        profiles.put(number, new NumberProfile(to.flow(), to.language(), to.attributes())));
        this.numbers = Map.copyOf(profiles);
    }

    /** Reads and checks a hotline's folder. Blocks on the disk; never throws on what it finds there. */
    public static Loaded load(Path folder) {
        FolderReader.Read read = FolderReader.read(folder);
        Optional<FlowLibrary> library = read.folder()
                .filter(_ -> !read.problems().hasErrors())
                .map(found -> new FlowLibrary(found, read.version()));
        return new Loaded(read.problems().sorted(), library);
    }

    /** Name of the hotline. */
    public String name() {
        return folder.hotline().name();
    }

    /** Dialled number → where it leads; {@code *} stands for every number that is not listed. */
    public Map<String, NumberProfile> numbers() {
        return numbers;
    }

    /** Where this number leads; empty if it is not the hotline's. */
    public Optional<NumberProfile> profile(String dialled) {
        return Optional.ofNullable(numbers.get(dialled)).or(() -> Optional.ofNullable(numbers.get(EVERY_OTHER)));
    }

    /** Hash of all that decides what callers hear: twelve hexadecimal digits. */
    public String version() {
        return version;
    }

    /** Queues that the flows may name. */
    public List<String> queues() {
        return folder.hotline().queues();
    }

    /** Skills that the flows may ask for. */
    public List<String> skills() {
        return folder.hotline().skills();
    }

    /** Recordings that the flows may play, in a defined order, so that they can be prepared. */
    public List<Path> prompts() {
        Set<Path> used = new TreeSet<>();
        for (String language : folder.hotline().languages()) {
            folder.flows().values().stream()
                    .flatMap(flow -> flow.steps().values().stream())
                    .flatMap(Speeches::itemsOf)
                    .flatMap(item -> names(item, language).stream())
                    .forEach(name -> folder.prompt(language, name).ifPresent(prompt -> used.add(prompt.file())));
        }
        return List.copyOf(used);
    }

    private Set<String> names(Speech.Item item, String language) {
        return switch (item) {
            case Speech.Prompt prompt -> Set.of(prompt.name());
            case Speech.Value value -> sayAs.vocabulary(value.kind(), language);
            default -> Set.of();
        };
    }

    /**
     * A run of a flow, waiting for {@link FlowInput.Started}.
     *
     * @param nowMillis milliseconds since 1970, as in {@link FlowRun#on}
     * @throws IllegalArgumentException if there is no such flow: numbers name only flows that exist
     */
    public FlowRun start(String flowName, CallContext context, long nowMillis) {
        String language = profile(context.dialled())
                .map(NumberProfile::language)
                .orElseGet(() -> languages().getFirst());
        return start(flowName, context, language, nowMillis);
    }

    /** The same in a language of one's own choice, which must be one of {@link #languages()}. */
    public FlowRun start(String flowName, CallContext context, String language, long nowMillis) {
        Flow flow = folder.flows().get(flowName);
        if (flow == null || !languages().contains(language)) {
            throw new IllegalArgumentException("no flow " + flowName + " in " + language + " in " + name());
        }
        Map<String, String> ofNumber =
                profile(context.dialled()).map(NumberProfile::attributes).orElse(Map.of());
        List<Object> values =
                new ArrayList<>(List.of(context.dialled(), context.caller(), context.callId(), language, 0L, 0L));
        folder.hotline()
                .attributes()
                .forEach((name, byDefault) ->
                        values.add(context.attributes().getOrDefault(name, ofNumber.getOrDefault(name, byDefault))));
        return new FlowRun(this, flow, values.toArray(), nowMillis);
    }

    /**
     * A run that goes on exactly as the one would whose {@link FlowRun#state} this is. Empty if that was of another hotline or version, or
     * names what is not here.
     */
    public Optional<FlowRun> restore(FlowRunState saved) {
        return new RunRecords(this).restore(saved).map(state -> new FlowRun(this, state));
    }

    /** The first is the default. */
    public List<String> languages() {
        return folder.hotline().languages();
    }

    /** The hotline's time zone. */
    public ZoneId zone() {
        return folder.hotline().zone();
    }

    Folder folder() {
        return folder;
    }

    SayAs sayAs() {
        return sayAs;
    }

    boolean isSecret(String flow, String variable) {
        return secrets.isSecret(flow, variable);
    }
}
