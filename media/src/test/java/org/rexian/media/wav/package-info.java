@NullMarked
package org.rexian.media.wav;

import org.jspecify.annotations.NullMarked;
