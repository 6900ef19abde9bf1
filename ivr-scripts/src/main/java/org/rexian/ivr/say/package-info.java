@NullMarked
package org.rexian.ivr.say;

import org.jspecify.annotations.NullMarked;
