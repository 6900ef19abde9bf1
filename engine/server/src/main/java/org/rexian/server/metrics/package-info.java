@NullMarked
package org.rexian.server.metrics;

import org.jspecify.annotations.NullMarked;
