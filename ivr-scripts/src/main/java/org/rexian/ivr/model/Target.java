package org.rexian.ivr.model;

import org.rexian.ivr.yaml.At;

/** Where a call goes next: a step of the same flow, or {@code return} to the flow that called this one. */
public record Target(String step, At at) {

    public static final String RETURN = "return";

    public boolean isReturn() {
        return step.equals(RETURN);
    }
}
