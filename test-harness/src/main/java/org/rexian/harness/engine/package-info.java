/** The engine as a whole, as a child process with a configuration of its own: for tests from outside and for load. */
@NullMarked
package org.rexian.harness.engine;

import org.jspecify.annotations.NullMarked;
