@NullMarked
package org.rexian.server.config;

import org.jspecify.annotations.NullMarked;
