package org.rexian.ivr.expr;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.Optional;

/** The types of values in a flow, with the words an administrator reads. */
public enum ValueType {
    TEXT("text", SimpleType.STRING),
    WHOLE("whole number", SimpleType.INT),
    NUMBER("number", SimpleType.DOUBLE),
    TRUTH("true or false", SimpleType.BOOL);

    private final String words;
    private final CelType cel;

    ValueType(String words, CelType cel) {
        this.words = words;
        this.cel = cel;
    }

    public String words() {
        return words;
    }

    CelType cel() {
        return cel;
    }

    static Optional<ValueType> of(CelType type) {
        for (ValueType candidate : values()) {
            if (candidate.cel.equals(type)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
