@NullMarked
package org.rexian.ivr.model;

import org.jspecify.annotations.NullMarked;
