package org.rexian.server.config;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * Where a running engine can be asked, as far as its file says: read without judging the rest of the file, which may be half written and
 * may name secrets that only the engine's own environment holds.
 *
 * @param token {@link Secret#NONE} where the file names none, or one that this environment lacks
 * @param data folder where the engine keeps a token of its own
 */
public record ApiAddress(InetSocketAddress listen, Secret token, Path data) {}
