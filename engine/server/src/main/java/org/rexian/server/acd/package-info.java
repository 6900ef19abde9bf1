@NullMarked
package org.rexian.server.acd;

import org.jspecify.annotations.NullMarked;
