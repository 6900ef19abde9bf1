@NullMarked
package org.rexian.harness;

import org.jspecify.annotations.NullMarked;
