package org.rexian.sip.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rexian.sip.Account;
import org.rexian.sip.auth.Secret;

/** The accounts' secrets by user; throws for a user given twice. */
final class Secrets implements Function<String, Optional<Secret>> {
    private final Map<String, Secret> byUser = new HashMap<>();

    Secrets(List<Account> accounts) {
        become(accounts);
    }

    /** These accounts from now on, and no other. */
    void become(List<Account> accounts) {
        byUser.clear();
        for (Account account : accounts) {
            if (byUser.put(account.user(), account.secret()) != null) {
                throw new IllegalArgumentException("two accounts are named '" + account.user() + "'");
            }
        }
    }

    @Override
    public Optional<Secret> apply(String user) {
        return Optional.ofNullable(byUser.get(user));
    }
}
