package org.rexian.ivr.model;

import java.util.Map;
import java.util.Optional;
import org.rexian.ivr.FlowAction.Prompt;
import org.rexian.ivr.hours.Calendars;

/**
 * A whole hotline, read.
 *
 * @param flows by name, in a defined order
 * @param prompts language → name → recording; the common recordings are in every language
 */
public record Folder(
        Hotline hotline, Calendars calendars, Map<String, Flow> flows, Map<String, Map<String, Prompt>> prompts) {

    public Optional<Prompt> prompt(String language, String name) {
        return Optional.ofNullable(prompts.getOrDefault(language, Map.of()).get(name));
    }
}
