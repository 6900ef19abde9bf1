package org.rexian.acd;

import java.util.List;
import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.acd.bytes.Malformed;

/** Compiled requirements as bytes, part for part: equal ones are equal again, so that they find the same class. */
final class RequirementBytes {

    private static final int ANYONE = 0;
    private static final int SKILL = 1;
    private static final int AGENT = 2;
    private static final int TEAM = 3;
    private static final int ALL = 4;
    private static final int ANY = 5;
    private static final int NOT = 6;

    /** No text nests deeper; stops bytes that nobody wrote. */
    private static final int DEEPEST = 200;

    private RequirementBytes() {}

    static void write(Requirement requirement, BytesOut out) {
        switch (requirement) {
            case Requirement.Anyone _ -> out.tag(ANYONE);
            case Requirement.SkillWithin(String skill, int from, int to) ->
                out.tag(SKILL).text(skill).number(from).number(to);
            case Requirement.AgentIs(String agent) -> out.tag(AGENT).text(agent);
            case Requirement.TeamIs(String team) -> out.tag(TEAM).text(team);
            case Requirement.AllOf(List<Requirement> parts) -> out.tag(ALL).all(parts, RequirementBytes::write);
            case Requirement.AnyOf(List<Requirement> parts) -> out.tag(ANY).all(parts, RequirementBytes::write);
            case Requirement.Not(Requirement part) -> write(part, out.tag(NOT));
        }
    }

    static Requirement read(BytesIn in) throws Malformed {
        return read(in, DEEPEST);
    }

    private static Requirement read(BytesIn in, int deepest) throws Malformed {
        if (deepest == 0) {
            throw in.malformed("a requirement that nests too deep");
        }
        int tag = in.tag();
        return switch (tag) {
            case ANYONE -> new Requirement.Anyone();
            case SKILL -> new Requirement.SkillWithin(in.text(), in.integer(), in.integer());
            case AGENT -> new Requirement.AgentIs(in.text());
            case TEAM -> new Requirement.TeamIs(in.text());
            case ALL -> new Requirement.AllOf(in.all(from -> read(from, deepest - 1)));
            case ANY -> new Requirement.AnyOf(in.all(from -> read(from, deepest - 1)));
            case NOT -> new Requirement.Not(read(in, deepest - 1));
            default -> throw in.malformed("no requirement has the tag " + tag);
        };
    }
}
