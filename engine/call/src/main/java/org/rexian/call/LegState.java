package org.rexian.call;

/** Where a leg stands. UP: both sides have agreed and audio may flow. */
enum LegState {
    DIALLING,
    RINGING,
    ANSWERED,
    UP,
    ENDED
}
