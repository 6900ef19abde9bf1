package org.rexian.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.rexian.server.config.LogConfiguration;
import org.slf4j.LoggerFactory;

/** Sets what is logged, now and while the engine runs. */
public final class LogLevel {

    private LogLevel() {}

    /** From now on lines below this level are left out. */
    public static void set(LogConfiguration log) {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.valueOf(log.level().name()));
        }
    }
}
