/** {@code rexian sim}: plays a scenario, prints and draws what came of it, and searches for better rules. */
@NullMarked
package org.rexian.server.sim;

import org.jspecify.annotations.NullMarked;
