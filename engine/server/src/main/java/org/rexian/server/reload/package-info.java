@NullMarked
package org.rexian.server.reload;

import org.jspecify.annotations.NullMarked;
