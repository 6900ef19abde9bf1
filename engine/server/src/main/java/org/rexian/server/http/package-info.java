@NullMarked
package org.rexian.server.http;

import org.jspecify.annotations.NullMarked;
