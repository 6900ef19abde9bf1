package org.rexian.acd.sim;

/** What became of a caller. */
enum Outcome {
    /** The simulation ended first: nobody came, and the caller had patience without end. */
    STILL_WAITING,
    ANSWERED,
    ABANDONED,
    /** By a limit of the queue. */
    SENT_AWAY
}
