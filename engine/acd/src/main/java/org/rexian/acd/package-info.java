@NullMarked
package org.rexian.acd;

import org.jspecify.annotations.NullMarked;
