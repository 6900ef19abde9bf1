package org.rexian.server.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.QueueDefinition;
import org.rexian.acd.RoutingRules;
import org.rexian.ivr.FlowLibrary;
import org.rexian.ivr.FlowProblem;
import org.rexian.server.config.Configuration;
import org.rexian.server.config.Problem;

/** The hotlines themselves, and whether queues, skills and numbers that they name fit the configuration and each other. */
final class HotlineCheck {

    private final List<Path> hotlines;
    private final Path file;
    private final List<Problem> problems;
    private final List<String> warnings;
    private final Set<String> queues;
    private final Set<String> skills;
    private final List<String> classes;
    private final Map<String, Path> claimed = new HashMap<>();
    private final List<FlowLibrary> libraries = new ArrayList<>();

    HotlineCheck(Configuration configuration, Path file, List<Problem> problems, List<String> warnings) {
        this.hotlines = configuration.hotlines();
        this.file = file;
        this.problems = problems;
        this.warnings = warnings;
        AcdConfiguration acd = configuration.acd().configuration();
        this.queues = acd.queues().stream().map(QueueDefinition::name).collect(Collectors.toSet());
        this.classes = acd.rules().classes().stream()
                .map(RoutingRules.CustomerClass::name)
                .toList();
        this.skills = acd.agents().stream()
                .flatMap(agent -> agent.skills().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** The hotlines that could be read. */
    List<FlowLibrary> run() {
        hotlines.forEach(this::check);
        if (!hotlines.isEmpty()) {
            classes.forEach(this::mentioned);
        }
        return List.copyOf(libraries);
    }

    /** Flows compute the class of a caller, so that only the word can be looked for. */
    private void mentioned(String tier) {
        if (hotlines.stream().noneMatch(folder -> Place.mentions(folder, tier))) {
            String what = "no hotline mentions the class '" + tier + "'";
            String hint = "a caller gets a class by  class:  in a queue step of a flow";
            warnings.add("warning: " + Place.of(file, "routing", tier).problem(what, hint));
        }
    }

    private void check(Path folder) {
        FlowLibrary.Loaded loaded = FlowLibrary.load(folder);
        for (FlowProblem found : loaded.problems()) {
            Problem problem = new Problem(
                    folder.resolve(found.file()).toString(),
                    found.line(),
                    found.column(),
                    found.message(),
                    found.hint());
            if (found.isError()) {
                problems.add(problem);
            } else {
                warnings.add("warning: " + problem);
            }
        }
        loaded.library().ifPresent(library -> {
            libraries.add(library);
            fits(folder, library);
        });
    }

    private void fits(Path folder, FlowLibrary library) {
        Path hotline = folder.resolve("hotline.yaml");
        for (String queue : library.queues()) {
            if (!queues.contains(queue)) {
                String what = "the queue '" + queue + "' is not in " + file;
                problems.add(Place.of(hotline, "queues", queue).problem(what, "add it to acd.queues there"));
            }
        }
        for (String skill : library.skills()) {
            if (!skills.contains(skill)) {
                String what = "no agent of " + file + " has the skill '" + skill + "'";
                String hint = "callers who need it would wait for nobody: give it to an agent in acd.agents";
                problems.add(Place.of(hotline, "skills", skill).problem(what, hint));
            }
        }
        for (String number : library.numbers().keySet()) {
            Path other = claimed.putIfAbsent(number, folder);
            if (other != null) {
                String what = "the number " + number + " is claimed by " + other + ", too";
                problems.add(Place.of(hotline, "numbers", number).problem(what, "keep it in one of the two"));
            }
        }
    }
}
