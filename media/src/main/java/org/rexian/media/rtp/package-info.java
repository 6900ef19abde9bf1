/** RTP and RTCP (RFC 3550), telephone-event (RFC 4733): pure machines over buffers, without sockets or clocks. */
@NullMarked
package org.rexian.media.rtp;

import org.jspecify.annotations.NullMarked;
