@NullMarked
package org.rexian.server.check;

import org.jspecify.annotations.NullMarked;
