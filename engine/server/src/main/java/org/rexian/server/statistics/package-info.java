/** Half hours that outlive the process: written as they close, read back as reports. */
@NullMarked
package org.rexian.server.statistics;

import org.jspecify.annotations.NullMarked;
