/** Values as bytes, for the journal and its snapshots: explicit, compact, and safe to read from a damaged file. */
@NullMarked
package org.rexian.acd.bytes;

import org.jspecify.annotations.NullMarked;
