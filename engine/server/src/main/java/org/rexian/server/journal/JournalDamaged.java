package org.rexian.server.journal;

import java.io.IOException;

/** The journal can't be trusted as it lies there; the message says where, why, and what to do. */
public final class JournalDamaged extends IOException {

    private static final long serialVersionUID = 1L;

    JournalDamaged(String message) {
        super(message);
    }
}
