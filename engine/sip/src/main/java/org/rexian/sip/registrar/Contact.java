package org.rexian.sip.registrar;

import org.rexian.sip.wire.SipUri;

/**
 * One Contact of a REGISTER, with what counts resolved (RFC 3261 §10.3).
 *
 * @param instance {@code +sip.instance} with {@code reg-id} (RFC 5626 §6): the same phone again, whatever its URI; empty for none
 * @param qThousandths preference, 0 to 1000
 * @param expiresSeconds asked for; 0 removes
 */
public record Contact(SipUri uri, String instance, int qThousandths, long expiresSeconds) {

    /** The same binding as far as RFC 3261 §10.3 and RFC 5626 §6 are concerned. */
    boolean replaces(Binding binding) {
        return instance.isEmpty()
                ? uri.equals(binding.contact())
                : instance.equals(binding.instance()) || uri.equals(binding.contact());
    }
}
