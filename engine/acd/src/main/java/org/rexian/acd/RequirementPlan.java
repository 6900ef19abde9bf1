package org.rexian.acd;
/** placeholder while the seam is drawn. */
public final class RequirementPlan { private RequirementPlan() {} }
