package org.rexian.server.cli;

/** What the process says when it ends; docs/reference/cli.md has the list. */
public final class ExitCode {

    /** All is well. */
    public static final int OK = 0;

    /** The configuration or a flow has problems; they are printed. */
    public static final int PROBLEMS = 1;

    /** The command line is wrong. */
    public static final int USAGE = 2;

    /** The engine can't start: a port is taken, a folder can't be written, the JDK is too old. */
    public static final int CANNOT_START = 3;

    /** A mistake of ours; the log has it. */
    public static final int FAILED = 4;

    /** No engine answers, for commands that act on a running one. */
    public static final int UNREACHABLE = 5;

    private ExitCode() {}
}
