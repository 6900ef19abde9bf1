/** Phones in Java on our own SIP and media: for tests, robots and demonstrations. */
@NullMarked
package org.rexian.harness.phone;

import org.jspecify.annotations.NullMarked;
