@NullMarked
package org.rexian.server.board;

import org.jspecify.annotations.NullMarked;
