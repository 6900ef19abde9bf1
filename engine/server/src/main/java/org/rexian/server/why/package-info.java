@NullMarked
package org.rexian.server.why;

import org.jspecify.annotations.NullMarked;
