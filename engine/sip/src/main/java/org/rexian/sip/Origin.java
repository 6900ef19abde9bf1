package org.rexian.sip;

/** Who called: strangers never get this far. */
public sealed interface Origin {

    /** A carrier or gateway, known by its source address. */
    record Trunk(String name) implements Origin {}

    /** One of our accounts, known by its registration's flow, its static contact's address, or digest. */
    record Account(String user) implements Origin {}
}
