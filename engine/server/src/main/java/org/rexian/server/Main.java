package org.rexian.server;

import org.rexian.server.cli.RexianCommand;

/** The process begins here. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        int status = RexianCommand.run(args);
        System.out.flush();
        if (status != 0) {
            System.exit(status);
        }
    }
}
