package org.rexian.acd.statistics;

/** What figures are grouped by. */
public enum By {
    /** Everything together, under the name {@code ""}. */
    SITE,
    QUEUE,
    /**
     * Each skill that queue and contact ask for together; {@code ""} for contacts who ask for none. Who asks for two counts under
     * both, so that the sum over skills may be above the site's.
     */
    SKILL,
    /** The customer's class as the flow gave it, {@code ""} for none. */
    TIER,
    /** The team that the agent belonged to at that time. */
    TEAM,
    AGENT
}
