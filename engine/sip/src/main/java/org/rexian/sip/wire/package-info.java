/** SIP messages as values: parsing, checking and encoding. The only package that knows JAIN-SIP. */
@NullMarked
package org.rexian.sip.wire;

import org.jspecify.annotations.NullMarked;
