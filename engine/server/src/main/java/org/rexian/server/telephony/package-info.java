@NullMarked
package org.rexian.server.telephony;

import org.jspecify.annotations.NullMarked;
