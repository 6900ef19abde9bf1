package org.rexian.sip;

import java.util.Optional;
import org.rexian.sip.auth.Secret;

/**
 * Somebody who may register and call: an agent's phone, mostly.
 *
 * @param user the user part of its address of record, compared exactly
 * @param secret how it proves itself to us
 * @param staticContact SIP URI where it can always be reached, for phones that do not register; calls whose source address is
 *     that of this URI count as the account's
 */
public record Account(String user, Secret secret, Optional<String> staticContact) {

    /** An account that registers with a password. */
    public static Account withPassword(String user, String password) {
        return new Account(user, new Secret.Password(password), Optional.empty());
    }

    /** An account that sits at a fixed URI and never registers. */
    public static Account at(String user, String contactUri) {
        return new Account(user, new Secret.None(), Optional.of(contactUri));
    }
}
