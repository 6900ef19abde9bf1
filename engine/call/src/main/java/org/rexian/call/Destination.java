package org.rexian.call;

/** Where a transfer or consult goes. */
sealed interface Destination {

    /** Whoever the router finds in this queue. */
    record Queue(String name) implements Destination {}

    /** One agent. */
    record Agent(String id) implements Destination {}

    /** A number behind the trunk. */
    record Outside(String number) implements Destination {}
}
