@NullMarked
package org.rexian.server.live;

import org.jspecify.annotations.NullMarked;
