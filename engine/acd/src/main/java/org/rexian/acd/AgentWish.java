package org.rexian.acd;

/**
 * A caller asks for one agent, and after {@code waitMillis} for whoever meets the requirement. An agent who is signed out is
 * not waited for.
 */
public record AgentWish(String agent, long waitMillis) {}
