/** SIPp as a peer: the scenarios of test-harness/sipp run as real processes, their verdicts read. */
@NullMarked
package org.rexian.harness.sipp;

import org.jspecify.annotations.NullMarked;
