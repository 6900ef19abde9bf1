/**
 * What survives a crash: an append-only log of records in segments, used by the router's commands and by the calls. Start with
 * {@link org.rexian.server.journal.Journal}; docs/internals/journal.md has the map.
 */
@NullMarked
package org.rexian.server.journal;

import org.jspecify.annotations.NullMarked;
