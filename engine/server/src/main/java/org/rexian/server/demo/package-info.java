/** The hotline that ships, with robot agents and callers, without any configuration. */
@NullMarked
package org.rexian.server.demo;

import org.jspecify.annotations.NullMarked;
