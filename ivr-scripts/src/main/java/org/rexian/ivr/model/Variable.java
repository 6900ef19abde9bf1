package org.rexian.ivr.model;

import org.rexian.ivr.expr.ValueType;
import org.rexian.ivr.yaml.At;

/** A variable of a flow. {@code slot} is its place in the run's values. */
public record Variable(String name, ValueType type, Object initial, int slot, At at) {}
