package org.rexian.sip;

import java.util.Optional;

/** Where an outgoing INVITE goes. */
public sealed interface CallTarget {

    /** To an account, at all of its contacts of the highest q together; the first to answer wins. */
    record Account(String user) implements CallTarget {}

    /**
     * To a URI.
     *
     * @param trunk name of the trunk that the call goes through: its address is the next hop and its login answers challenges
     */
    record Uri(String uri, Optional<String> trunk) implements CallTarget {}
}
