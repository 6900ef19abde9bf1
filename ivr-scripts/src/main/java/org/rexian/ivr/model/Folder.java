package org.rexian.ivr.model;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rexian.ivr.FlowAction.Prompt;
import org.rexian.ivr.hours.Calendars;

/**
 * A whole hotline, read.
 *
 * @param flows by name, in a defined order
 * @param unreadFlows flows whose files are there but could not be read: nobody complains that they are unknown
 * @param prompts language → name → recording; the common recordings are in every language
 * @param recordings what is known of each file of {@code prompts}, in a defined order
 */
public record Folder(
        Hotline hotline,
        Calendars calendars,
        Map<String, Flow> flows,
        Set<String> unreadFlows,
        Map<String, Map<String, Prompt>> prompts,
        Map<Path, Recording> recordings) {

    public boolean hasFlow(String name) {
        return flows.containsKey(name) || unreadFlows.contains(name);
    }

    public Optional<Prompt> prompt(String language, String name) {
        return Optional.ofNullable(prompts.getOrDefault(language, Map.of()).get(name));
    }
}
