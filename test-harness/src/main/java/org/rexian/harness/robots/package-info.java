/** Robot agents and callers as a program of their own. */
@NullMarked
package org.rexian.harness.robots;

import org.jspecify.annotations.NullMarked;
