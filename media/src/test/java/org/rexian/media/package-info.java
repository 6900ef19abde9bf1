@NullMarked
package org.rexian.media;

import org.jspecify.annotations.NullMarked;
