@NullMarked
package org.rexian.media.load;

import org.jspecify.annotations.NullMarked;
