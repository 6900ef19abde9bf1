/** Load: the figures of docs/reference/performance.md, measured from outside against the real engine. */
@NullMarked
package org.rexian.harness.load;

import org.jspecify.annotations.NullMarked;
