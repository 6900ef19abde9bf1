package org.rexian.sip.session;

/** Where an INVITE usage stands. */
enum SessionState {
    /** UAC: our INVITE has no final response. */
    CALLING,
    /** UAS: the peer's INVITE has no final response. */
    RINGING,
    /** UAS: our 200 has no ACK. */
    ANSWERED,
    /** Both sides know. */
    CONFIRMED,
    /** The owner was told; at most a BYE or an ACK is still on its way. */
    ENDED
}
