/** The outside world of a test: child processes with bounded lives, their CPU time, free ports. */
@NullMarked
package org.rexian.harness.process;

import org.jspecify.annotations.NullMarked;
