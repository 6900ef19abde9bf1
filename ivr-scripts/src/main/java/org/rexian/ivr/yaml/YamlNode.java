package org.rexian.ivr.yaml;

import java.util.List;

/** A YAML document as this module needs it: text, lists and mappings, each with its place. No tags, anchors or types. */
public sealed interface YamlNode {

    At at();

    /** A scalar as written, before any typing. {@code plain}: without quotes and on one line. */
    record Text(String value, boolean plain, At at) implements YamlNode {}

    /** A list. */
    record Sequence(List<YamlNode> items, At at) implements YamlNode {}

    /** Keys and values, in the order of the file. */
    record Mapping(List<Entry> entries, At at) implements YamlNode {}

    /** One key with its value. */
    record Entry(Text key, YamlNode value) {}
}
