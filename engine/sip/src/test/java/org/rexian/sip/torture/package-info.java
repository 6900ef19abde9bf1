/** RFC 4475's messages sent to a running endpoint over real sockets. */
@NullMarked
package org.rexian.sip.torture;

import org.jspecify.annotations.NullMarked;
