@NullMarked
package org.rexian.media.rtp;

import org.jspecify.annotations.NullMarked;
