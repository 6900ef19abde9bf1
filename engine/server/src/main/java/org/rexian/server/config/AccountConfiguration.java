package org.rexian.server.config;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A phone that may register and call.
 *
 * @param password {@link Secret#NONE} for a phone that never registers
 * @param contact SIP URI where the phone always is, empty for one that registers
 */
public record AccountConfiguration(String user, Secret password, Optional<String> contact) {

    static final Key<String> USER = Key.required("user", Kinds.NAME_KIND, "1001", "User part of the phone's address.");
    static final Key<Secret> PASSWORD =
            Key.of("password", Kinds.SECRET, "", "Digest password of a phone that registers.");
    static final Key<Optional<String>> CONTACT = Key.of(
            "contact", Kinds.OPTIONAL_TEXT, "", "SIP URI of a phone that never registers: `sip:1001@192.0.2.33:5060`.");

    static final Table TABLE =
            Table.listOf("accounts", "Phones that may register and call.", List.of(USER, PASSWORD, CONTACT));

    static List<AccountConfiguration> readAll(List<Section> accounts) {
        Set<String> users = new HashSet<>();
        return accounts.stream().map(account -> read(account, users)).toList();
    }

    private static AccountConfiguration read(Section account, Set<String> users) {
        AccountConfiguration read =
                new AccountConfiguration(account.get(USER), account.get(PASSWORD), account.get(CONTACT));
        if (account.has(USER) && !users.add(read.user)) {
            account.problem(USER, "user: there is another account '" + read.user + "'", "");
        }
        if (!read.password.present() && read.contact.isEmpty()) {
            account.problem(
                    "account '" + read.user + "' has neither password nor contact",
                    "add  password: ${env:NAME}  for a phone that registers, or  contact: sip:…");
        }
        if (read.contact.isPresent() && !read.contact.get().matches("sips?:[^\\s@]+@[^\\s@]+|sips?:[^\\s@]+")) {
            account.problem(CONTACT, "contact: not a SIP URI", "write  sip:1001@192.0.2.33:5060");
        }
        return read;
    }
}
