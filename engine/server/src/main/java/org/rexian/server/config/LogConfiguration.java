package org.rexian.server.config;

import java.util.List;

/** What is logged. */
public record LogConfiguration(Level level) {

    /** The least important lines that are written. */
    public enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    static final Key<Level> LEVEL =
            Key.of("level", Kinds.choice(Level.class), "info", "Least important lines that are written.");

    static final Table TABLE = Table.one("log", "The log, on standard error.", List.of(LEVEL));

    static LogConfiguration read(Section log) {
        return new LogConfiguration(log.get(LEVEL));
    }
}
