@NullMarked
package org.rexian.media.sdp;

import org.jspecify.annotations.NullMarked;
