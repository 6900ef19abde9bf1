package org.rexian.acd.sim;

import org.rexian.acd.AcdConfiguration;

/** One way to run the floor, by the name that the report gives it. */
public record Policy(String name, AcdConfiguration configuration) {}
