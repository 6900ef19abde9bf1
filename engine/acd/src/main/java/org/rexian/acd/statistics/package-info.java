/** Figures as a fold over the router's commands and events: what is counted, and where each figure's formula stands. */
@NullMarked
package org.rexian.acd.statistics;

import org.jspecify.annotations.NullMarked;
