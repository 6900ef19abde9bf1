package org.rexian.sip.registrar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rexian.sip.wire.NameAddress;
import org.rexian.sip.wire.SipRequest;

/**
 * The Contacts of a REGISTER (RFC 3261 §10.3, step 6 and 7).
 *
 * @param all {@code Contact: *}: every binding goes
 */
record RegisterContacts(boolean all, List<Contact> each) {

    /** Empty when they break the rules: 400. */
    static Optional<RegisterContacts> read(SipRequest register, int defaultSeconds) {
        OptionalLong header = register.expires();
        List<String> lines = register.headers("Contact");
        if (register.contactIsWildcard()) {
            boolean clean = lines.size() == 1 && header.isPresent() && header.getAsLong() == 0;
            return clean ? Optional.of(new RegisterContacts(true, List.of())) : Optional.empty();
        }
        if (!lines.isEmpty() && register.contacts().isEmpty()) {
            return Optional.empty();
        }
        List<Contact> contacts = new ArrayList<>();
        for (NameAddress address : register.contacts()) {
            if (!address.uri().isSip()) {
                return Optional.empty();
            }
            contacts.add(contact(address, header.orElse(defaultSeconds)));
        }
        return Optional.of(new RegisterContacts(false, List.copyOf(contacts)));
    }

    private static Contact contact(NameAddress address, long headerSeconds) {
        String instance = address.param("+sip.instance").orElse("");
        String regId = address.param("reg-id").orElse("");
        long seconds = RegisterServer.seconds(address.param("expires")).orElse(headerSeconds);
        return new Contact(
                address.uri(),
                instance.isEmpty() ? "" : instance + "#" + regId,
                thousandths(address.param("q").orElse("1")),
                seconds);
    }

    /** A qvalue (§25.1): 0 to 1 with up to three digits; what is none counts as 1. */
    private static int thousandths(String q) {
        int dot = q.indexOf('.');
        String whole = dot < 0 ? q : q.substring(0, dot);
        String fraction = dot < 0 ? "" : q.substring(dot + 1);
        if (!whole.equals("0") || fraction.length() > 3) {
            return 1_000;
        }
        OptionalLong digits = RegisterServer.seconds(Optional.of((fraction + "000").substring(0, 3)));
        return (int) digits.orElse(1_000);
    }
}
