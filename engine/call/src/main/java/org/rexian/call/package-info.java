@NullMarked
package org.rexian.call;

import org.jspecify.annotations.NullMarked;
