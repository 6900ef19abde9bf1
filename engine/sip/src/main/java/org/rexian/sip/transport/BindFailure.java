package org.rexian.sip.transport;

/** An address cannot be listened on. The message is for the administrator. */
public final class BindFailure extends Exception {
    BindFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
