package org.rexian.ivr.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ways out of each kind of step, for the checks of the graph. */
public final class Exits {

    private Exits() {}

    public static List<Exit> of(Step step) {
        return switch (step) {
            case Step.Say say -> List.of(new Exit("then", say.then(), false));
            case Step.Menu menu -> menu(menu);
            case Step.Collect collect ->
                List.of(
                        new Exit("then", collect.then(), true),
                        new Exit("no-input", collect.noInput().then(), false),
                        new Exit("no-match", collect.noMatch().then(), true));
            case Step.Branch branch -> branch(branch);
            case Step.Assign assign -> List.of(new Exit("then", assign.then(), false));
            case Step.Hours hours ->
                List.of(new Exit("open", hours.open(), false), new Exit("closed", hours.closed(), false));
            case Step.Queue queue -> queue(queue);
            case Step.SubFlow flow -> List.of(new Exit("then", flow.then(), false));
            case Step.Language language -> List.of(new Exit("then", language.then(), false));
            case Step.End _ -> List.of();
        };
    }

    private static List<Exit> menu(Step.Menu menu) {
        List<Exit> exits = new ArrayList<>();
        menu.keys().forEach(key -> key.target().ifPresent(to -> exits.add(new Exit("key " + key.key(), to, true))));
        exits.add(new Exit("no-input", menu.noInput().then(), false));
        exits.add(new Exit("no-match", menu.noMatch().then(), true));
        return exits;
    }

    private static List<Exit> branch(Step.Branch branch) {
        List<Exit> exits = new ArrayList<>();
        branch.cases().forEach(one -> exits.add(new Exit(one.when().text(), one.then(), false)));
        exits.add(new Exit("else", branch.otherwise(), false));
        return exits;
    }

    private static List<Exit> queue(Step.Queue queue) {
        List<Exit> exits = new ArrayList<>();
        queue.waiting().keys().forEach((key, to) -> exits.add(new Exit("key " + key, to, true)));
        queue.waiting()
                .callback()
                .ifPresent(callback -> exits.add(new Exit("key " + callback.key(), callback.then(), true)));
        queue.exits()
                .forEach((exit, to) ->
                        exits.add(new Exit(exit.name().toLowerCase(Locale.ROOT).replace('_', '-'), to, false)));
        queue.afterTalk().ifPresent(to -> exits.add(new Exit("after-talk", to, true)));
        return exits;
    }
}
