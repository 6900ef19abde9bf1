/** Peers known by their address, and the accounts that we hold at them. */
@NullMarked
package org.rexian.sip.trunk;

import org.jspecify.annotations.NullMarked;
