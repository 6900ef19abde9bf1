@NullMarked
package org.rexian.server.cli;

import org.jspecify.annotations.NullMarked;
