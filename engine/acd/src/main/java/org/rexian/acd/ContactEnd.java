package org.rexian.acd;

/** How a contact ended, exactly once. */
public enum ContactEnd {
    COMPLETED,
    ABANDONED,
    LEFT_QUEUE,
    LIMIT,
    QUEUE_REMOVED,
    CALLBACK_FAILED,
    CALLBACK_EXPIRED,
    ENGINE_RESTART
}
