/** Dialogs (RFC 3261 §12): identifiers, sequence numbers, route sets and remote targets. */
@NullMarked
package org.rexian.sip.dialog;

import org.jspecify.annotations.NullMarked;
