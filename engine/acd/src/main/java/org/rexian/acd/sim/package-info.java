/** Days of traffic played to the router on simulated time: {@link Simulation} runs one, {@link Comparison} sets policies side by side. */
@NullMarked
package org.rexian.acd.sim;

import org.jspecify.annotations.NullMarked;
