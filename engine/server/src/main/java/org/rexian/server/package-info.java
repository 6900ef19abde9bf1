@NullMarked
package org.rexian.server;

import org.jspecify.annotations.NullMarked;
