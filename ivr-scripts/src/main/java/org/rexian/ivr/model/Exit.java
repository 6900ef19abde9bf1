package org.rexian.ivr.model;

/**
 * One way out of a step.
 *
 * @param label as the flow names it, for counts and drawings
 * @param asksCaller whether it is taken only after the caller pressed a key or talked; a circle needs one such exit
 */
public record Exit(String label, Target target, boolean asksCaller) {}
