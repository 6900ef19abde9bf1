package org.rexian.ivr.expr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names that an expression may use, and where their values are: in the array of the call ({@code call.…}, {@code queue.…}), or in
 * the array of the flow.
 */
public final class Scope {

    public static final String DIALLED = "call.dialled";
    public static final String CALLER = "call.caller";
    public static final String CALL_ID = "call.id";
    public static final String LANGUAGE = "call.language";
    public static final String POSITION = "queue.position";
    public static final String MINUTES = "queue.minutes";

    /** Slots of the call's array that every hotline has, in this order; the attributes follow. */
    public static final List<String> FIXED = List.of(DIALLED, CALLER, CALL_ID, LANGUAGE, POSITION, MINUTES);

    /** Where a name's value is. */
    public record Slot(boolean ofCall, int index, ValueType type) {}

    private final Map<String, Slot> slots = new LinkedHashMap<>();

    /** The scope of a flow without variables. */
    public Scope(List<String> attributes) {
        for (String name : FIXED) {
            add(name, true, name.startsWith("queue.") ? ValueType.WHOLE : ValueType.TEXT);
        }
        attributes.forEach(name -> add("call." + name, true, ValueType.TEXT));
    }

    private int add(String name, boolean ofCall, ValueType type) {
        int index = (int)
                slots.values().stream().filter(slot -> slot.ofCall() == ofCall).count();
        slots.put(name, new Slot(ofCall, index, type));
        return index;
    }

    /** Adds a variable of the flow; answers its slot. */
    public int variable(String name, ValueType type) {
        return add(name, false, type);
    }

    public Optional<Slot> find(String name) {
        return Optional.ofNullable(slots.get(name));
    }

    public Stream<String> names() {
        return slots.keySet().stream();
    }

    Map<String, Slot> slots() {
        return slots;
    }
}
