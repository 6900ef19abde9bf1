/** INVITE usages from request to end: who may call, UAS side, UAC side, offers inside, termination. */
@NullMarked
package org.rexian.sip.session;

import org.jspecify.annotations.NullMarked;
