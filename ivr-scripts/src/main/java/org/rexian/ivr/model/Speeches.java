package org.rexian.ivr.model;

import java.util.List;
import java.util.stream.Stream;

/** Everything that a step may say. */
public final class Speeches {

    private Speeches() {}

    /** The items of a step, those inside others too, without the groups. */
    public static Stream<Speech.Item> itemsOf(Step step) {
        return speechesOf(step).flatMap(speech -> flat(speech.items()));
    }

    private static Stream<Speech> speechesOf(Step step) {
        return switch (step) {
            case Step.Say say -> Stream.of(say.say());
            case Step.Menu menu ->
                Stream.concat(
                        Stream.of(
                                menu.say(), menu.noInput().say(), menu.noMatch().say()),
                        menu.keys().stream().map(Step.MenuKey::say));
            case Step.Collect collect ->
                Stream.concat(
                        Stream.of(
                                collect.say(),
                                collect.noInput().say(),
                                collect.noMatch().say()),
                        collect.confirm().map(Step.Confirm::say).stream());
            case Step.Queue queue ->
                Stream.of(
                        queue.say(),
                        queue.waiting().announce(),
                        new Speech(List.copyOf(queue.waiting().music().stream().toList())));
            case Step.End end -> Stream.of(end.say());
            default -> Stream.empty();
        };
    }

    private static Stream<Speech.Item> flat(List<Speech.Item> items) {
        return items.stream().flatMap(item -> switch (item) {
            case Speech.First first -> flat(first.items());
            case Speech.All all -> flat(all.items());
            default -> Stream.of(item);
        });
    }
}
