/** Speech codecs as tables and pure functions. */
@NullMarked
package org.rexian.media.codec;

import org.jspecify.annotations.NullMarked;
