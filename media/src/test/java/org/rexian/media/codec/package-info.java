@NullMarked
package org.rexian.media.codec;

import org.jspecify.annotations.NullMarked;
