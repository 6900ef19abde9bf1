@NullMarked
package org.rexian.server.storage;

import org.jspecify.annotations.NullMarked;
