package org.rexian.acd;

import java.util.Optional;

/**
 * What a contact brings along besides its wish.
 *
 * @param customer who the customer is, for sticky routing: the caller's number or a customer number, empty if unknown
 * @param ageCreditMillis waiting already done elsewhere, which counts for its place in line: a repeated call, a kept callback
 * @param wish the agent whom the caller asks for
 * @param dialling whom to dial once an agent has accepted; there for callback and outbound contacts, and for them alone
 */
public record Standing(String customer, long ageCreditMillis, Optional<AgentWish> wish, Optional<Dialling> dialling) {

    public static final Standing NONE = new Standing("", 0, Optional.empty(), Optional.empty());

    /** A customer known by this key, and nothing more. */
    public static Standing of(String customer) {
        return new Standing(customer, 0, Optional.empty(), Optional.empty());
    }
}
