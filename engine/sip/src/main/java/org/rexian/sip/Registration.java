package org.rexian.sip;

/** Our registration at a carrier, or a phone's at us. Call loop only. */
public interface Registration {

    /** How it stands. */
    enum Status {
        /** The first answer is not there yet. */
        TRYING,
        REGISTERED,
        /** Refused or unanswered; it is tried again every 30 s. */
        FAILED,
        /** Ended by us, and the registrar was told. */
        ENDED
    }

    /** Hears of changes, on the call loop. */
    @FunctionalInterface
    interface Listener {
        void onStatus(Status now);
    }

    Status status();

    /** Unregisters. */
    void end();
}
