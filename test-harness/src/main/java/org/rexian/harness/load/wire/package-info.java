/** As little SIP and RTP as load needs: thousands of calls on one thread. It knows our engine as its only peer. */
@NullMarked
package org.rexian.harness.load.wire;

import org.jspecify.annotations.NullMarked;
