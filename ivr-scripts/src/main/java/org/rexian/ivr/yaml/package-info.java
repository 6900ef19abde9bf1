@NullMarked
package org.rexian.ivr.yaml;

import org.jspecify.annotations.NullMarked;
